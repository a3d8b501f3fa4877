import { formatInstant } from '@tuodi/web-client';
import type { Transfer, WireAmount } from '@tuodi/web-client';
import { tAccounts } from '@tuodi/web-view';
import type { TAccount, TSide } from '@tuodi/web-view';
import { nameAccount } from './account-name.ts';
import { Money, Points } from './figure.tsx';
import { useSpoken } from './language.tsx';
import { useCalendar } from './mall.tsx';
import css from './transfer-entry.module.css';

/** A transfer as the accountant draws it: its cause on top, then one T for each asset. */
export function TransferEntry({ transfer }: { transfer: Transfer }) {
  const { t, word } = useSpoken();
  const calendar = useCalendar();
  return (
    <article className={css['entry']} aria-label={t('transfer.number', { id: transfer.id })}>
      <div className={css['cause']}>
        <strong>{word('transferKind', transfer.kind)}</strong>
        <time>{formatInstant(transfer.at, calendar)}</time>
        <span>{word('source', transfer.cause.type)}</span>
        <code title={transfer.id}>{transfer.id}</code>
      </div>
      {tAccounts(transfer).map((account) => (
        <T key={account.asset} account={account} />
      ))}
    </article>
  );
}

function T({ account }: { account: TAccount }) {
  const { t } = useSpoken();
  return (
    <div className={css['t']}>
      <p className={css['asset']}>{t(`asset.${account.asset}`)}</p>
      <Side title={t('transfer.out')} sides={account.from} total={account.total} />
      <Side title={t('transfer.in')} sides={account.to} total={account.total} />
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly sides: readonly TSide[];
  readonly total: WireAmount;
}

function Side({ title, sides, total }: SideProps) {
  const spoken = useSpoken();
  return (
    <div className={css['side']}>
      <p className={css['way']}>{title}</p>
      <ul>
        {sides.map(({ account, value }) => (
          <li key={account}>
            <span>{nameAccount(account, spoken)}</span>
            <Amount value={value} />
          </li>
        ))}
      </ul>
      <div className={css['total']}>
        <span>{spoken.t('transfer.total')}</span>
        <Amount value={total} />
      </div>
    </div>
  );
}

function Amount({ value }: { value: WireAmount }) {
  return value.asset === 'CNY/2' ? <Money value={value} /> : <Points value={value} />;
}
