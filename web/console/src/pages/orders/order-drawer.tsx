import { CloseButton, Drawer, Skeleton } from '@mantine/core';
import { formatInstant } from '@tuodi/web-client';
import type { OrderDetail } from '@tuodi/web-client';
import { useEffect, useRef } from 'react';
import { problemOf, useOrder } from '../../queries.ts';
import { labels } from '../../theme/labels.ts';
import { Money } from '../../ui/figure.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { useCalendar } from '../../ui/mall.tsx';
import { OrderStateMark } from '../../ui/order-state.tsx';
import { Failed } from '../../ui/states.tsx';
import { OrderActs } from './order-acts.tsx';
import { OrderBooks } from './order-books.tsx';
import { OrderCourse } from './order-course.tsx';
import { OrderEarned } from './order-earned.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderRefunds } from './order-refunds.tsx';
import css from './order.module.css';

interface OrderDrawerProps {
  readonly orderId: string | undefined;
  readonly onClose: () => void;
}

/** One order over the list. It has an address of its own: back closes it, a reload keeps it. */
export function OrderDrawer({ orderId, onClose }: OrderDrawerProps) {
  return (
    <Drawer.Root
      opened={orderId !== undefined}
      onClose={onClose}
      position="right"
      size="min(760px, 100vw)"
    >
      <Drawer.Overlay backgroundOpacity={0.32} />
      <Drawer.Content>
        {orderId !== undefined && <Opened orderId={orderId} onClose={onClose} />}
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Opened({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const { language } = useSpoken();
  const order = useOrder(orderId);
  return (
    <Drawer.Body className={css['body'] ?? ''}>
      <CloseButton
        className={css['close'] ?? ''}
        size="lg"
        aria-label={labels[language].close}
        onClick={onClose}
      />
      {order.data !== undefined ? (
        <Order order={order.data} />
      ) : order.error === null ? (
        <Waiting />
      ) : (
        <Unread>
          <Failed problem={problemOf(order.error)} again={() => void order.refetch()} />
        </Unread>
      )}
    </Drawer.Body>
  );
}

function Order({ order }: { order: OrderDetail }) {
  const { t } = useSpoken();
  const calendar = useCalendar();
  return (
    <>
      <div className={css['head']}>
        <div>
          <Heading>{t('order.title', { number: order.number })}</Heading>
          <p className={css['who']}>
            <OrderStateMark state={order.state} />
            <span>{formatInstant(order.placedAt, calendar)}</span>
            <span>{order.merchantName}</span>
            <span>{t('order.member', { number: order.memberNumber })}</span>
          </p>
        </div>
        <p className={css['sum']}>
          <Money value={order.amount} size="hero" />
        </p>
      </div>
      <OrderActs order={order} />
      <OrderCourse order={order} />
      <OrderLines order={order} />
      <OrderEarned order={order} />
      <OrderRefunds order={order} />
      <OrderBooks transfers={order.transfers} />
    </>
  );
}

/** The drawer is read from its heading on, also when that changes from "loading" to the order. */
function Heading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Drawer.Title ref={heading} className={css['title'] ?? ''} tabIndex={-1} data-autofocus>
      {children}
    </Drawer.Title>
  );
}

function Unread({ children }: { children: React.ReactNode }) {
  const { t } = useSpoken();
  return (
    <>
      <Heading>{t('order.notFound')}</Heading>
      {children}
    </>
  );
}

function Waiting() {
  const { t } = useSpoken();
  return (
    <div role="status" className={css['waiting']}>
      <Heading>{t('state.loading')}</Heading>
      <Skeleton height={20} width={420} />
      <Skeleton height={84} />
      <Skeleton height={140} />
      <Skeleton height={160} />
    </div>
  );
}
