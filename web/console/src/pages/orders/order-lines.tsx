import type { OrderDetail } from '@tuodi/web-client';
import { Money } from '../../ui/figure.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { titleOf } from './goods.ts';
import css from './order.module.css';

/** What was bought, at the price that was paid. */
export function OrderLines({ order }: { order: OrderDetail }) {
  const { t, language } = useSpoken();
  return (
    <section>
      <table className={css['lines']}>
        <caption className={css['hidden']}>{t('order.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('order.lines.goods')}</th>
            <th scope="col">{t('order.lines.price')}</th>
            <th scope="col">{t('order.lines.quantity')}</th>
            <th scope="col">{t('order.lines.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.id}>
              <td>
                {titleOf(line, language)}
                <small>
                  {language === 'en' ? (line.skuTitleEn ?? line.skuTitle) : line.skuTitle}
                </small>
              </td>
              <td>
                <Money value={line.price} />
              </td>
              <td>
                {line.quantity}
                {line.refundedQuantity > 0 && (
                  <small>{t('order.lines.refunded', { n: line.refundedQuantity })}</small>
                )}
              </td>
              <td>
                <Money value={line.amount} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('order.lines.total')}
            </th>
            <td>
              <Money value={order.amount} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
