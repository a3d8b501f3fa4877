import { formatInstant, formatMoney, formatPoints } from '@tuodi/web-client';
import type { OrderDetail } from '@tuodi/web-client';
import { mayEarn, orderSplit } from '@tuodi/web-view';
import type { Split } from '@tuodi/web-view';
import clsx from 'clsx';
import { Money } from '../../ui/figure.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { useCalendar } from '../../ui/mall.tsx';
import { share } from '../../ui/share.ts';
import { estimatedSplit } from './estimate.ts';
import css from './order.module.css';

/** Where each fen of the order went, or would go; settled parts lead to their transfer. */
export function OrderEarned({ order }: { order: OrderDetail }) {
  const { t } = useSpoken();
  const calendar = useCalendar();
  const settled = orderSplit(order);
  const earning = mayEarn(order);
  return (
    <section>
      <h3>{t('order.earned')}</h3>
      {settled !== undefined && order.earned !== null && (
        <>
          <p className={css['note']}>
            {t('order.earned.at', { time: formatInstant(order.earned.at, calendar) })}
            {' · '}
            {t('order.earned.points', {
              points: formatPoints(order.earned.points),
              value: formatMoney(order.earned.value),
            })}
          </p>
          <SplitBar split={settled} />
        </>
      )}
      {earning !== undefined && (
        <>
          <p className={css['note']}>{t('order.earned.pending')}</p>
          <SplitBar split={estimatedSplit(earning)} estimate />
          <p className={css['note']}>
            {t('order.earned.wouldEarn', { value: formatMoney(earning.value) })}
          </p>
        </>
      )}
      {settled === undefined && earning === undefined && (
        <p className={css['note']}>{t('order.earned.never')}</p>
      )}
    </section>
  );
}

function SplitBar({ split, estimate = false }: { split: Split; estimate?: boolean }) {
  const { t } = useSpoken();
  return (
    <div className={clsx(css['split'], estimate && css['estimate'])}>
      <div className={css['bar']} aria-hidden="true">
        {split.parts.map(({ part, permille }) => (
          <span key={part} data-part={part} style={{ width: `${permille / 10}%` }} />
        ))}
      </div>
      <dl>
        {split.parts.map(({ part, amount, permille }) => (
          <div key={part}>
            <dt data-part={part}>{t(`order.earned.${part}`)}</dt>
            <dd>
              <Money value={amount} /> <small>{share(permille)}</small>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
