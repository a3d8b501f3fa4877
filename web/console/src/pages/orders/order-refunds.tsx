import { formatInstant } from '@tuodi/web-client';
import type { OrderDetail } from '@tuodi/web-client';
import { Money } from '../../ui/figure.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { useCalendar } from '../../ui/mall.tsx';
import { titleOf } from './goods.ts';
import css from './order.module.css';

/** Money that went back, and whether the gateway has confirmed it. */
export function OrderRefunds({ order }: { order: OrderDetail }) {
  const { t, language } = useSpoken();
  const calendar = useCalendar();
  if (order.refunds.length === 0) return null;
  const titles = new Map(order.lines.map((line) => [line.id, titleOf(line, language)]));
  return (
    <section>
      <h3>{t('order.refunds')}</h3>
      <ul className={css['refunds']}>
        {order.refunds.map((refund) => (
          <li key={refund.id}>
            <div>
              <strong>{t(`order.refund.${refund.state}`)}</strong>
              {refund.late && <span className={css['late']}>{t('order.refund.late')}</span>}
              <small>
                {formatInstant(refund.at, calendar)}
                {refund.reason !== '' && ` · ${refund.reason}`}
              </small>
              <small>
                {refund.lines
                  .map((line) => `${titles.get(line.lineId) ?? line.lineId} × ${line.quantity}`)
                  .join(' · ')}
              </small>
            </div>
            <Money value={refund.amount} size="large" />
          </li>
        ))}
      </ul>
    </section>
  );
}
