import { formatDate, formatMoney, listMyOrders, unitsOf } from '@tuodi/web-client';
import type { OrderCard, OrderPage, OrderState } from '@tuodi/web-client';
import { toneOf } from '@tuodi/web-view';
import { useState } from 'preact/hooks';
import { useAct } from '../../act.ts';
import { inLanguage, useMall } from '../../mall.ts';
import { definePage, refusal, withData } from '../../page.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Cover } from '../../ui/cover.tsx';
import { Money } from '../../ui/figure.tsx';
import { FloorEnd } from '../../ui/floor.tsx';
import { Link } from '../../ui/link.tsx';
import { Blank, ProblemNote } from '../../ui/problem.tsx';
import { RowNav } from '../../ui/row-nav.tsx';
import { Screen } from '../../ui/screen.tsx';
import look from './orders.module.css';

/** The states a member filters by; the address carries the choice. */
const FILTERS = [
  'awaiting_payment',
  'paid',
  'shipped',
  'return_window',
  'settled',
  'refunded',
] as const satisfies readonly OrderState[];

interface OrdersData {
  readonly orders: OrderPage;
  readonly state: OrderState | null;
}

export const page = definePage<OrdersData>({
  async load(request) {
    const wanted = request.search.get('state');
    const state = FILTERS.find((one) => one === wanted) ?? null;
    const orders = await listMyOrders(request.api, queryOf(state));
    return orders.ok ? withData({ orders: orders.value, state }) : refusal(orders.problem, request);
  },
  title: (_, { t }) => t('orders_title'),
  View: ({ data }) => <Orders data={data} />,
});

function queryOf(state: OrderState | null) {
  return { limit: 20, ...(state === null ? {} : { state }) };
}

function Orders({ data }: { data: OrdersData }) {
  const { t } = useMall();
  return (
    <Screen title={t('orders_title')}>
      <RowNav
        label={t('orders_filter')}
        links={[
          { to: '/orders', text: t('all'), current: data.state === null },
          ...FILTERS.map((state) => ({
            to: `/orders?state=${state}`,
            text: t(`state_${state}`),
            current: state === data.state,
          })),
        ]}
      />
      <OrderList key={data.state} {...data} />
    </Screen>
  );
}

function OrderList({ orders, state }: OrdersData) {
  const { t, api } = useMall();
  const [later, setLater] = useState<readonly OrderPage[]>([]);
  const cursor = (later.at(-1) ?? orders).nextCursor;
  const more = useAct(
    () => listMyOrders(api, { ...queryOf(state), ...(cursor === null ? {} : { cursor }) }),
    (next) => setLater([...later, next]),
  );
  const items = [orders, ...later].flatMap((part) => part.items);
  if (items.length === 0) return <NoOrders state={state} />;
  return (
    <>
      <ul class={look['orders']}>
        {items.map((order) => (
          <li key={order.id}>
            <OrderRow order={order} />
          </li>
        ))}
      </ul>
      <ProblemNote problem={more.problem} />
      {cursor === null ? (
        <FloorEnd>{t('floor')}</FloorEnd>
      ) : (
        <div class={look['more']}>
          <Button kind="plain" busy={more.busy} onClick={more.press}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function NoOrders({ state }: Pick<OrdersData, 'state'>) {
  const { t } = useMall();
  if (state !== null) {
    return (
      <Blank title={t('orders_none_state')}>
        <ButtonLink to="/orders" kind="plain">
          {t('orders_see_all')}
        </ButtonLink>
      </Blank>
    );
  }
  return (
    <Blank title={t('orders_none')} text={t('orders_none_text')}>
      <ButtonLink to="/">{t('see_all')}</ButtonLink>
    </Blank>
  );
}

function OrderRow({ order }: { order: OrderCard }) {
  const { t, language, calendar } = useMall();
  const [first] = order.lines;
  const name =
    first === undefined ? '' : inLanguage(language, { zh: first.title, en: first.titleEn });
  return (
    <Link to={`/orders/${order.id}`} class={look['order']}>
      <span class={look['head']}>
        <span>{order.merchantName}</span>
        <b class={look[toneOf(order.state)]}>{t(`state_${order.state}`)}</b>
      </span>
      <span class={look['covers']}>
        {order.lines.map((line) => (
          <Cover key={line.skuId} cover={line.cover} size={64} />
        ))}
        {order.lines.length === 1 && <span class={look['name']}>{name}</span>}
      </span>
      <span class={look['foot']}>
        <small>
          {formatDate(order.placedAt, calendar)} · {t('order_lines', { n: order.lineCount })}
          {unitsOf(order.refunded) > 0n && (
            <> · {t('order_refunded', { amount: formatMoney(order.refunded) })}</>
          )}
        </small>
        <Money value={order.amount} />
      </span>
    </Link>
  );
}
