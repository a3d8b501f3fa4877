import { invariant } from '@tuodi/outcome';
import type { AccountName } from '../account.ts';

/** The journal accounts of one holder of points. */
export interface HolderAccounts {
  readonly cash: AccountName;
  readonly growth: AccountName;
  readonly constant: AccountName;
}

/** `u:17` → member:17…, `m:3` → merchant:3…, `g:` → the genesis points (which hold nothing else). */
export function holderAccounts(key: string): HolderAccounts {
  const number = BigInt(key.slice(2));
  const family = key.startsWith('u:') ? 'member' : 'merchant';
  invariant(key.startsWith('u:') || key.startsWith('m:'), `a holder's key: ${key}`);
  return {
    cash: `${family}:${number}`,
    growth: `${family}:${number}:growth`,
    constant: `${family}:${number}:constant`,
  };
}
