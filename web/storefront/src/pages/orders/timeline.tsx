import { formatInstant } from '@tuodi/web-client';
import type { OrderDetail } from '@tuodi/web-client';
import { timelineRows } from '@tuodi/web-view';
import { useMall } from '../../mall.ts';
import look from './timeline.module.css';

/** An order's life as steps: what happened, what comes next and when. */
export function Timeline({ order }: { order: OrderDetail }) {
  const { t, calendar } = useMall();
  return (
    <ol class={look['timeline']}>
      {timelineRows(order).map(({ what, at, phase }) => {
        const when = formatInstant(at, calendar);
        return (
          <li key={what + at} class={look[phase]}>
            <span>{t(`when_${what}`)}</span>
            <time dateTime={at}>{phase === 'past' ? when : t('expected', { at: when })}</time>
            {what === 'shipped' && order.shipment !== null && (
              <small>{t('parcel', order.shipment)}</small>
            )}
          </li>
        );
      })}
    </ol>
  );
}
