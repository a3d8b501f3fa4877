import { invariant } from '@tuodi/outcome';

/** The assets of the journal: code, and how many decimals its unit has. */
export const ASSETS = [
  { id: 1, code: 'CNY/2', decimals: 2 },
  { id: 2, code: 'GROWTH/12', decimals: 12 },
  { id: 3, code: 'CONST/2', decimals: 2 },
] as const;

export type AssetCode = (typeof ASSETS)[number]['code'];

/** Accounts of which a tenant has exactly one, with their asset. The order is part of their ids. */
const POTS = [
  ['escrow', 'CNY/2'],
  ['refund_due', 'CNY/2'],
  ['reserve', 'CNY/2'],
  ['dividend_open', 'CNY/2'],
  ['dividend_owed', 'CNY/2'],
  ['constant_backing', 'CNY/2'],
  ['stability', 'CNY/2'],
  ['platform_income', 'CNY/2'],
  ['platform_capital', 'CNY/2'],
  ['supplier_due', 'CNY/2'],
  ['growth_issued', 'GROWTH/12'],
  ['growth_genesis', 'GROWTH/12'],
  ['growth_treasury', 'GROWTH/12'],
  ['growth_burned', 'GROWTH/12'],
  ['constant_issued', 'CONST/2'],
  ['constant_locked', 'CONST/2'],
] as const;

/** Kinds of accounts of which there is one per number. The order is part of their ids. */
const NUMBERED = [
  ['gateway', '', 'CNY/2'],
  ['member', '', 'CNY/2'],
  ['member', ':growth', 'GROWTH/12'],
  ['member', ':constant', 'CONST/2'],
  ['merchant', '', 'CNY/2'],
  ['merchant', ':growth', 'GROWTH/12'],
  ['merchant', ':constant', 'CONST/2'],
] as const;

export type PotName = (typeof POTS)[number][0];

/**
 * The name of an account: the chart of accounts is this type, and nothing else is an account.
 * `gateway` is negative (money came in there), `…_issued` and `platform_capital` too.
 */
export type AccountName =
  | PotName
  | `gateway:${bigint}`
  | `member:${bigint}${'' | ':growth' | ':constant'}`
  | `merchant:${bigint}${'' | ':growth' | ':constant'}`;

/** Room for kinds in an account id: id = number × 16 + kind, pots are kind 0. */
const KINDS = 16n;

/**
 * The number of an account inside its tenant, computed from its name: no table is asked, two runs
 * are equal, and nobody queues to open one.
 */
export function accountId(name: AccountName): bigint {
  const pot = POTS.findIndex(([known]) => known === name);
  if (pot >= 0) return BigInt(pot + 1) * KINDS;
  const [family = '', number = '', part] = name.split(':');
  const suffix = part === undefined ? '' : `:${part}`;
  const kind = NUMBERED.findIndex(([known, end]) => known === family && end === suffix);
  invariant(kind >= 0, `an account of the chart: ${name}`);
  return BigInt(number) * KINDS + BigInt(kind + 1);
}

/** The name of an account id; a Fault where no account can have it. */
export function accountName(id: bigint): AccountName {
  const number = id / KINDS;
  const kind = id % KINDS;
  if (kind === 0n) {
    const pot = POTS[Number(number) - 1];
    invariant(pot !== undefined, `an account id of the chart: ${id}`);
    return pot[0];
  }
  switch (kind) {
    case 1n:
      return `gateway:${number}`;
    case 2n:
      return `member:${number}`;
    case 3n:
      return `member:${number}:growth`;
    case 4n:
      return `member:${number}:constant`;
    case 5n:
      return `merchant:${number}`;
    case 6n:
      return `merchant:${number}:growth`;
    default:
      invariant(kind === 7n, `an account id of the chart: ${id}`);
      return `merchant:${number}:constant`;
  }
}

/** The one asset that an account holds. */
export function assetOf(name: AccountName): AssetCode {
  const pot = POTS.find(([known]) => known === name);
  if (pot !== undefined) return pot[1];
  if (name.endsWith(':growth')) return 'GROWTH/12';
  return name.endsWith(':constant') ? 'CONST/2' : 'CNY/2';
}

/** The small number of an asset in stored transfers. */
export function assetId(code: AssetCode): number {
  return ASSETS.findIndex((asset) => asset.code === code) + 1;
}

/**
 * How an account is kept. *exact*: a balance row changed in the transfer's own transaction.
 * *deferred*: entries only; whoever owns its bound (the economy's state, an order's row) guards it.
 */
export type Keeping =
  { readonly exact: true; readonly bound: 'not_negative' | 'none' } | { readonly exact: false };

export function keepingOf(name: AccountName): Keeping {
  if (name === 'refund_due') return { exact: true, bound: 'not_negative' };
  if (assetOf(name) !== 'CNY/2') return { exact: false };
  if (name.startsWith('member:')) return { exact: true, bound: 'not_negative' };
  // A merchant who must give back more than he is owed owes it: a receivable.
  return name.startsWith('merchant:') ? { exact: true, bound: 'none' } : { exact: false };
}
