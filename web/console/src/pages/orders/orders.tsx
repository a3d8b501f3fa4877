import { problemOf, useOrders } from '../../queries.ts';
import { useSpoken } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { useLocation, useSearchParams } from 'wouter';
import { addressOf, queryOf, readFilters } from './filters.ts';
import { OrderDrawer } from './order-drawer.tsx';
import { OrderSearch } from './order-search.tsx';
import { OrderTable } from './order-table.tsx';
import { Pager } from './pager.tsx';
import { StateTabs } from './state-tabs.tsx';

/** The list of orders; with an id in the address, that order opens over it. */
export function Orders({ orderId }: { orderId: string | undefined }) {
  const { t } = useSpoken();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const filters = readFilters(search);
  const orders = useOrders(queryOf(filters));
  return (
    <Page title={t('orders.title')} side={<OrderSearch filters={filters} />}>
      <StateTabs filters={filters} />
      {orders.error !== null && orders.data === undefined ? (
        <Failed problem={problemOf(orders.error)} again={() => void orders.refetch()} />
      ) : (
        <>
          <OrderTable
            page={orders.data}
            filters={filters}
            busy={orders.isPlaceholderData}
            onOpen={(id) => go(addressOf(filters, id))}
          />
          <Pager filters={filters} next={orders.data?.nextCursor ?? null} />
        </>
      )}
      <OrderDrawer orderId={orderId} onClose={() => go(addressOf(filters))} />
    </Page>
  );
}
