import type { OrderDetail } from '@tuodi/web-client';
import { useSpoken } from '../../ui/language.tsx';
import { TransferEntry } from '../../ui/transfer-entry.tsx';
import css from './order.module.css';

/** The double entries that this order caused, oldest first. */
export function OrderBooks({ transfers }: Pick<OrderDetail, 'transfers'>) {
  const { t } = useSpoken();
  return (
    <section>
      <h3>{t('order.transfers')}</h3>
      <p className={css['note']}>
        {transfers.length === 0 ? t('order.transfers.none') : t('order.transfers.hint')}
      </p>
      {transfers.map((transfer) => (
        <TransferEntry key={transfer.id} transfer={transfer} />
      ))}
    </section>
  );
}
