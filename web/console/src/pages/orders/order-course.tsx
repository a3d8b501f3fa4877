import { formatInstant } from '@tuodi/web-client';
import type { OrderDetail } from '@tuodi/web-client';
import { timelineRows } from '@tuodi/web-view';
import { useSpoken } from '../../ui/language.tsx';
import { useCalendar } from '../../ui/mall.tsx';
import css from './order.module.css';

const STEP_PIXELS = 7;

/** The order's life as treads of the floor line; what has not happened yet is dashed. */
export function OrderCourse({ order }: { order: OrderDetail }) {
  const { t } = useSpoken();
  const calendar = useCalendar();
  const rows = timelineRows(order);
  return (
    <section aria-label={t('order.timeline')}>
      <ol
        className={css['course']}
        style={{ gridTemplateColumns: `repeat(${rows.length}, minmax(0, 1fr))` }}
      >
        {rows.map((row, position) => (
          <li
            key={row.what}
            className={css['tread']}
            data-phase={row.phase}
            style={{ marginBottom: position * STEP_PIXELS }}
          >
            <strong>{t(`timeline.${row.what}`)}</strong>
            <time>
              {formatInstant(row.at, calendar)}
              {row.phase !== 'past' && <small>{t('order.timeline.future')}</small>}
            </time>
          </li>
        ))}
      </ol>
      {order.shipment !== null && (
        <p className={css['shipment']}>{t('order.shipment', order.shipment)}</p>
      )}
    </section>
  );
}
