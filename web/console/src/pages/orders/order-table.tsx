import { Button, Skeleton } from '@mantine/core';
import { formatInstant, formatMoney, unitsOf } from '@tuodi/web-client';
import type { OrderCard, OrderPage } from '@tuodi/web-client';
import { DataTable } from 'mantine-datatable';
import type { DataTableColumn } from 'mantine-datatable';
import 'mantine-datatable/styles.css';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { Money } from '../../ui/figure.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { useCalendar, useMall } from '../../ui/mall.tsx';
import { OrderStateMark } from '../../ui/order-state.tsx';
import { Nothing } from '../../ui/states.tsx';
import { addressOf } from './filters.ts';
import type { Filters } from './filters.ts';
import { goodsOf } from './goods.ts';
import css from './orders.module.css';

interface OrderTableProps {
  readonly page: OrderPage | undefined;
  readonly filters: Filters;
  /** Whether the rows are those of the page before while the next one is read. */
  readonly busy: boolean;
  readonly onOpen: (orderId: string) => void;
}

/** One row an order. The number is a link for the keyboard; the whole row opens for the pointer. */
export function OrderTable({ page, filters, busy, onOpen }: OrderTableProps) {
  const { t } = useSpoken();
  const columns = useColumns(filters);
  if (page === undefined) return <Waiting />;
  if (page.items.length === 0) return <NoOrders filters={filters} />;
  return (
    <DataTable
      aria-label={t('orders.table')}
      aria-busy={busy}
      classNames={{ root: css['table'] ?? '', table: css['fixed'] ?? '' }}
      columns={columns}
      records={page.items}
      highlightOnHover
      horizontalSpacing="sm"
      verticalSpacing="xs"
      rowClassName={(order) => (order.state === 'paid' ? (css['due'] ?? '') : '')}
      onRowClick={({ record, event }) => {
        // A click that already followed the link of the row must not open it twice.
        if (!event.defaultPrevented) onOpen(record.id);
      }}
    />
  );
}

function useColumns(filters: Filters): DataTableColumn<OrderCard>[] {
  const { t, language } = useSpoken();
  const calendar = useCalendar();
  const operator = useMall().actor?.roles.includes('operator') ?? false;
  return useMemo(
    () => [
      {
        accessor: 'number',
        title: t('orders.column.number'),
        width: 164,
        render: (order) => (
          <Link
            href={addressOf(filters, order.id)}
            className={css['number']}
            aria-label={t('orders.open', { number: order.number })}
          >
            {order.number}
          </Link>
        ),
      },
      {
        accessor: 'placedAt',
        title: t('orders.column.placed'),
        width: language === 'zh' ? 150 : 180,
        noWrap: true,
        render: (order) => <time>{formatInstant(order.placedAt, calendar)}</time>,
      },
      {
        accessor: 'lines',
        title: t('orders.column.goods'),
        ellipsis: true,
        render: (order) => goodsOf(order, { t, language }),
      },
      {
        accessor: 'merchantName',
        title: t('orders.column.merchant'),
        width: 128,
        ellipsis: true,
        // A merchant knows whose orders these are; a narrow window needs the room.
        hidden: !operator,
        visibleMediaQuery: '(min-width: 1200px)',
      },
      { accessor: 'memberNumber', title: t('orders.column.member'), width: 92 },
      {
        accessor: 'state',
        title: t('orders.column.state'),
        width: language === 'zh' ? 116 : 156,
        render: (order) => <OrderStateMark state={order.state} />,
      },
      {
        accessor: 'amount',
        title: t('orders.column.amount'),
        width: 128,
        textAlign: 'right',
        render: (order) => (
          <>
            <Money value={order.amount} />
            {unitsOf(order.refunded) > 0n && order.state !== 'refunded' && (
              <small className={css['back']}>
                {t('orders.refunded', { amount: formatMoney(order.refunded) })}
              </small>
            )}
          </>
        ),
      },
    ],
    [t, language, calendar, filters, operator],
  );
}

function NoOrders({ filters }: { filters: Filters }) {
  const { t } = useSpoken();
  const all = filters.state === undefined && filters.q === undefined;
  return (
    <Nothing
      title={all ? t('orders.none.yet') : t('orders.none')}
      hint={all ? t('orders.none.yet.hint') : t('orders.none.hint')}
      action={
        all ? undefined : (
          <Button variant="default" component={Link} href={addressOf({})}>
            {t('orders.none.clear')}
          </Button>
        )
      }
    />
  );
}

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

function Waiting() {
  const { t } = useSpoken();
  return (
    <div role="status" aria-label={t('state.loading')} className={css['waiting']}>
      {ROWS.map((row) => (
        <Skeleton key={row} height={20} />
      ))}
    </div>
  );
}
