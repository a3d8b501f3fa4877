import { Button } from '@mantine/core';
import { IconArrowBackUp, IconTruckDelivery } from '@tabler/icons-react';
import type { OrderDetail } from '@tuodi/web-client';
import { operatorActs } from '@tuodi/web-view';
import { useState } from 'react';
import { useSpoken } from '../../ui/language.tsx';
import css from './order.module.css';
import { RefundDialog } from './refund-dialog.tsx';
import { ShipDialog } from './ship-dialog.tsx';

/** What may be done with the order now. Shipping, where it is due, is the one primary act. */
export function OrderActs({ order }: { order: OrderDetail }) {
  const { t } = useSpoken();
  const [open, setOpen] = useState<'ship' | 'refund' | undefined>();
  const acts = operatorActs(order);
  const close = () => setOpen(undefined);
  if (acts.length === 0) return null;
  return (
    <div className={css['acts']}>
      {acts.includes('ship') && (
        <Button
          leftSection={<IconTruckDelivery size={18} stroke={1.6} aria-hidden="true" />}
          onClick={() => setOpen('ship')}
        >
          {t('order.ship')}
        </Button>
      )}
      {acts.includes('refund') && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={18} stroke={1.6} aria-hidden="true" />}
          onClick={() => setOpen('refund')}
        >
          {t('order.refund')}
        </Button>
      )}
      <ShipDialog order={order} opened={open === 'ship'} onClose={close} />
      <RefundDialog order={order} opened={open === 'refund'} onClose={close} />
    </div>
  );
}
