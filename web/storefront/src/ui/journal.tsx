import { useState } from 'preact/hooks';
import { formatExact, formatInstant } from '@tuodi/web-client';
import type { Transfer } from '@tuodi/web-client';
import { accountName, tAccounts } from '@tuodi/web-view';
import type { TAccount, TSide } from '@tuodi/web-view';
import { useMall } from '../mall.ts';
import type { Mall } from '../mall.ts';
import { ChevronIcon } from './icons.tsx';
import { Sheet } from './sheet.tsx';
import look from './journal.module.css';

const KINDS = {
  payment: 'transfer_payment',
  pay: 'transfer_payment',
  payment_confirmed: 'transfer_payment',
  settle: 'transfer_settle',
  refund: 'transfer_refund',
  late_refund: 'transfer_late_refund',
  sell: 'transfer_sell',
  claim: 'transfer_claim',
} as const;
const KIND_WORDS = new Map<string, (typeof KINDS)[keyof typeof KINDS]>(Object.entries(KINDS));

const PLAIN_ACCOUNTS = {
  gateway: 'account_gateway',
  escrow: 'account_escrow',
  refund_due: 'account_refund_due',
  reserve: 'account_reserve',
  dividend_open: 'account_dividend_open',
  dividend_owed: 'account_dividend_owed',
  platform_income: 'account_platform_income',
  platform_capital: 'account_platform_capital',
  constant_backing: 'account_constant_backing',
  stability: 'account_stability',
  growth_issued: 'account_growth_issued',
  growth_burned: 'account_growth_burned',
  growth_treasury: 'account_growth_treasury',
  growth_genesis: 'account_growth_genesis',
} as const;
const ACCOUNT_WORDS = new Map<string, (typeof PLAIN_ACCOUNTS)[keyof typeof PLAIN_ACCOUNTS]>(
  Object.entries(PLAIN_ACCOUNTS),
);

export function transferTitle(transfer: Transfer, t: Mall['t']): string {
  const word = KIND_WORDS.get(transfer.kind);
  return word === undefined ? t('transfer_other', { kind: transfer.kind }) : t(word);
}

/** An account in the reader's words; one the dictionary does not know keeps its own name. */
export function accountTitle(account: string, t: Mall['t']): string {
  const { kind, number, part } = accountName(account);
  const n = number ?? '';
  if (kind === 'member' && part === null) return t('account_member', { n });
  if (kind === 'member' && part === 'growth') return t('account_member_growth', { n });
  if (kind === 'merchant' && part === null) return t('account_merchant', { n });
  if (kind === 'merchant' && part === 'growth') return t('account_merchant_growth', { n });
  const word = ACCOUNT_WORDS.get(kind);
  return word === undefined ? account : t(word);
}

/** A list of transfers; each opens as a T. */
export function Journal({ transfers }: { transfers: readonly Transfer[] }) {
  const { t, calendar } = useMall();
  const [opened, setOpened] = useState<Transfer>();
  return (
    <>
      <ul>
        {transfers.map((transfer) => (
          <li key={transfer.id}>
            <button type="button" class={look['line']} onClick={() => setOpened(transfer)}>
              <span>
                {transferTitle(transfer, t)}
                <small>{formatInstant(transfer.at, calendar)}</small>
              </span>
              <ChevronIcon />
            </button>
          </li>
        ))}
      </ul>
      <Sheet
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
        title={opened === undefined ? t('journal') : transferTitle(opened, t)}
      >
        {opened !== undefined && <TransferView transfer={opened} />}
      </Sheet>
    </>
  );
}

/** One double entry: a T for each asset it moves, with equal feet. */
export function TransferView({ transfer }: { transfer: Transfer }) {
  const { t, calendar } = useMall();
  return (
    <div>
      <p class={look['note']}>{t('journal_note')}</p>
      {tAccounts(transfer).map((account) => (
        <TView key={account.asset} account={account} />
      ))}
      <p class={look['id']}>
        {formatInstant(transfer.at, calendar)}
        <br />
        {transfer.id}
      </p>
    </div>
  );
}

const ASSET_WORDS = { 'CNY/2': 'cny', 'GROWTH/12': 'growth', 'CONST/2': 'constant' } as const;

function TView({ account }: { account: TAccount }) {
  const { t } = useMall();
  return (
    <div class={look['t']}>
      <p class={look['asset']}>{t(ASSET_WORDS[account.asset])}</p>
      <div class={look['columns']}>
        <Side title={t('journal_from')} sides={account.from} />
        <Side title={t('journal_to')} sides={account.to} />
      </div>
      <p class={account.balanced ? look['foot'] : look['off']}>
        {account.balanced ? t('journal_balanced') : t('journal_off')}{' '}
        <b>{formatExact(account.total)}</b>
      </p>
    </div>
  );
}

function Side({ title, sides }: { title: string; sides: readonly TSide[] }) {
  const { t } = useMall();
  return (
    <div class={look['side']}>
      <p>{title}</p>
      <dl>
        {sides.map(({ account, value }) => (
          <div key={account}>
            <dt>{accountTitle(account, t)}</dt>
            <dd>{formatExact(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
