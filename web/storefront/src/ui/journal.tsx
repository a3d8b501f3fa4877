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

/** The kinds of transfer that touch a member; another one keeps its own name. */
const KINDS = {
  payment_confirmed: 'transfer_payment',
  payment_unexpected: 'transfer_unexpected',
  refund_confirmed: 'transfer_refunded',
  order_settled: 'transfer_settle',
  order_refunded: 'transfer_refund',
  order_refunded_late: 'transfer_late_refund',
  points_sold: 'transfer_sell',
  points_converted: 'transfer_convert',
  dividend_claimed: 'transfer_claim',
} as const;
const KIND_WORDS = new Map<string, (typeof KINDS)[keyof typeof KINDS]>(Object.entries(KINDS));

const POTS = [
  'escrow',
  'refund_due',
  'reserve',
  'dividend_open',
  'dividend_owed',
  'constant_backing',
  'stability',
  'platform_income',
  'platform_capital',
  'supplier_due',
  'growth_issued',
  'growth_genesis',
  'growth_treasury',
  'growth_burned',
  'constant_issued',
  'constant_locked',
  // Everybody whom the reader may not see.
  'others',
] as const;

export function transferTitle(transfer: Transfer, t: Mall['t']): string {
  const word = KIND_WORDS.get(transfer.kind);
  return word === undefined ? t('transfer_other', { kind: transfer.kind }) : t(word);
}

/** An account in the reader's words; one that the chart does not know keeps its own name. */
export function accountTitle(account: string, t: Mall['t']): string {
  const { kind, number, part } = accountName(account);
  const pot = POTS.find((one) => one === account);
  if (pot !== undefined) return t(`account_${pot}`);
  if (kind === 'gateway') return t('account_gateway');
  if (kind !== 'member' && kind !== 'merchant') return account;
  const holder = t(`account_${kind}`, { n: number ?? '' });
  if (part === 'growth') return t('account_growth', { holder });
  return part === 'constant' ? t('account_constant', { holder }) : holder;
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
