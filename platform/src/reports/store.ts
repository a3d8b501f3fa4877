import type { Transaction } from '../postgres/index.ts';

export interface PendingOrder {
  readonly id: string;
  readonly number: string;
  readonly amount: bigint;
  readonly margin: bigint;
  readonly windowEndsAt: string | null;
}

/** Paid orders of a member that have not settled: they will earn. Refunded parts are left out. */
export async function pendingOrders(
  tx: Transaction,
  tenantId: number,
  member: bigint,
): Promise<PendingOrder[]> {
  const rows = await tx.query<{
    id: string;
    number: string;
    amount_fen: bigint;
    margin_fen: bigint;
    window_ends_at: string | null;
  }>(
    `select orders.id, orders.number, economy.amount_fen, economy.margin_fen,
       orders.window_ends_at
     from orders
     join economy_orders economy
       on economy.tenant_id = orders.tenant_id
       and economy.order_id = orders.id
     where orders.tenant_id = $1
       and orders.member = $2
       and orders.state in ('paid', 'shipped', 'return_window', 'settling')
     order by orders.placed_at desc, orders.number desc
     limit 50`,
    [tenantId, member],
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    amount: row.amount_fen,
    margin: row.margin_fen,
    windowEndsAt: row.window_ends_at,
  }));
}

/** The member's order that settled last. */
export async function lastSettledOrder(
  tx: Transaction,
  tenantId: number,
  member: bigint,
): Promise<string | null> {
  const row = await tx.first<{ id: string }>(
    `select id
     from orders
     where tenant_id = $1
       and member = $2
       and settled_at is not null
     order by settled_at desc, number desc
     limit 1`,
    [tenantId, member],
  );
  return row?.id ?? null;
}

export interface Counters {
  readonly ordersToday: number;
  readonly salesToday: bigint;
  readonly toShip: number;
  readonly awaitingPayment: number;
  readonly inReturnWindow: number;
  readonly refundsPending: number;
}

/** The operator's to-do counters, and what was placed and paid since `since`. */
export async function loadCounters(
  tx: Transaction,
  tenantId: number,
  since: string,
): Promise<Counters> {
  const row = await tx.first<{
    orders_today: number;
    sales_today: bigint;
    to_ship: number;
    awaiting_payment: number;
    in_return_window: number;
    refunds_pending: number;
  }>(
    `select
       count(*) filter (where paid_at >= $2)::int as orders_today,
       coalesce(sum(amount_fen) filter (where paid_at >= $2), 0) as sales_today,
       count(*) filter (where state = 'paid')::int as to_ship,
       count(*) filter (where state = 'awaiting_payment')::int as awaiting_payment,
       count(*) filter (where state = 'return_window')::int as in_return_window,
       (select count(*)::int
        from payment_refunds
        where tenant_id = $1
          and state <> 'confirmed') as refunds_pending
     from orders
     where tenant_id = $1
       and (placed_at >= $2
         or state in ('awaiting_payment', 'paid', 'return_window'))`,
    [tenantId, since],
  );
  return {
    ordersToday: row?.orders_today ?? 0,
    salesToday: row?.sales_today ?? 0n,
    toShip: row?.to_ship ?? 0,
    awaitingPayment: row?.awaiting_payment ?? 0,
    inReturnWindow: row?.in_return_window ?? 0,
    refundsPending: row?.refunds_pending ?? 0,
  };
}

/** How many events wait for the writer, and since when the oldest does (business time). */
export async function loadBacklog(
  tx: Transaction,
  tenantId: number,
): Promise<{ readonly waiting: number; readonly faults: number }> {
  const row = await tx.first<{ waiting: number; faults: number }>(
    `select
       (select count(*)::int from economy_inbox where tenant_id = $1) as waiting,
       (select count(*)::int
        from economy_outcomes
        where tenant_id = $1
          and seq is null
          and source_type <> 'http') as faults`,
    [tenantId],
  );
  return { waiting: row?.waiting ?? 0, faults: row?.faults ?? 0 };
}
