import type { EconomyBoard, Holder } from '@tuodi/web-client';
import clsx from 'clsx';
import { Money, Points } from '../../ui/figure.tsx';
import { nameHolder } from '../../ui/account-name.ts';
import { useSpoken } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import { Nothing } from '../../ui/states.tsx';
import css from './economy.module.css';

const NEAR = 0.9;

/** Who holds most, and how near each holding is to its limit. */
export function Holders({ top }: Pick<EconomyBoard, 'top'>) {
  const { t } = useSpoken();
  return (
    <Section title={t('economy.top')} note={t('economy.top.note')}>
      {top.length === 0 ? (
        <Nothing title={t('economy.top.none')} hint={t('economy.top.none.hint')} />
      ) : (
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('economy.top.account')}</th>
              <th scope="col">{t('economy.top.points')}</th>
              <th scope="col">{t('economy.top.value')}</th>
              <th scope="col">{t('economy.top.quota')}</th>
              <th scope="col">{t('economy.top.reached')}</th>
            </tr>
          </thead>
          <tbody>
            {top.map((holder) => (
              <Row key={holder.account} holder={holder} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Row({ holder }: { holder: Holder }) {
  const spoken = useSpoken();
  const account = nameHolder(holder.account, spoken);
  // Cut, never rounded up: 99.96 % has not reached the limit.
  const percent = Math.floor(Math.min(Math.max(holder.reached, 0), 1) * 1000) / 10;
  const share = `${percent.toFixed(1)} %`;
  return (
    <tr>
      <th scope="row">{account}</th>
      <td>
        <Points value={holder.points} />
      </td>
      <td>
        <Money value={holder.value} />
      </td>
      <td>
        <Money value={holder.quotaOpen} />
      </td>
      <td className={css['reached']}>
        <span
          className={css['limit']}
          role="img"
          aria-label={spoken.t('economy.top.reached.label', { account, share })}
        >
          <span
            className={clsx(holder.reached >= NEAR && css['near'])}
            style={{ width: `${percent}%` }}
          />
        </span>
        <span aria-hidden="true">{share}</span>
      </td>
    </tr>
  );
}
