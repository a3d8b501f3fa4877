import { accountName } from '@tuodi/web-view';
import type { Spoken } from './language.tsx';

/** An account of the journal in the reader's words: "member:17:growth" → "Points of member 17". */
export function nameAccount(account: string, { t, word }: Pick<Spoken, 't' | 'word'>): string {
  const { kind, number, part } = accountName(account);
  const name = number ?? '';
  switch (kind) {
    case 'gateway':
      return t('account.gateway', { name });
    case 'member':
      if (part === 'growth') return t('account.memberGrowth', { name });
      if (part === 'constant') return t('account.memberConstant', { name });
      return t('account.member', { name });
    case 'merchant':
      if (part === 'growth') return t('account.merchantGrowth', { name });
      if (part === 'constant') return t('account.merchantConstant', { name });
      return t('account.merchant', { name });
    default:
      return word('account', kind);
  }
}

/** An account of the economy in the reader's words: "u:17" → "Member 17". */
export function nameHolder(account: string, { t }: Pick<Spoken, 't'>): string {
  const [kind, number = ''] = account.split(':');
  switch (kind) {
    case 'u':
      return t('order.member', { number });
    case 'm':
      return t('holder.merchant', { number });
    case 'g':
      return t('account.growth_genesis');
    default:
      return account;
  }
}
