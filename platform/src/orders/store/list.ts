import type { Transaction } from '../../context.ts';
import type { Order, OrderState, Scope } from '../order.ts';
import { ORDER_COLUMNS, toOrder } from './orders.ts';
import type { OrderRow } from './orders.ts';

export interface OrderQuery {
  readonly scope: Scope;
  readonly state: OrderState | null;
  /** The beginning of an order number. */
  readonly numberPrefix: string | null;
  /** An exact member number. */
  readonly member: bigint | null;
  readonly before: { readonly placedAt: string; readonly number: string } | null;
  readonly limit: number;
}

/** Orders, newest first. Where both a prefix and a member are looked for, either is enough. */
export async function loadOrders(
  tx: Transaction,
  tenantId: number,
  query: OrderQuery,
): Promise<Order[]> {
  const conditions = ['tenant_id = $1'];
  const values: unknown[] = [tenantId];
  const bind = (value: unknown): string => `$${String(values.push(value))}`;
  if (query.scope.member !== undefined) conditions.push(`member = ${bind(query.scope.member)}`);
  if (query.scope.merchant !== undefined) {
    conditions.push(`merchant = ${bind(query.scope.merchant)}`);
  }
  if (query.state !== null) conditions.push(`state = ${bind(query.state)}`);
  if (query.before !== null) {
    const { placedAt, number } = query.before;
    conditions.push(`(placed_at, number) < (${bind(placedAt)}, ${bind(number)})`);
  }
  const wanted = [
    ...(query.numberPrefix === null ? [] : [`starts_with(number, ${bind(query.numberPrefix)})`]),
    ...(query.member === null ? [] : [`member = ${bind(query.member)}`]),
  ];
  if (wanted.length > 0) conditions.push(`(${wanted.join(' or ')})`);
  const rows = await tx.query<OrderRow>(
    `select ${ORDER_COLUMNS}
     from orders
     where ${conditions.join('\n       and ')}
     order by placed_at desc, number desc
     limit ${bind(query.limit)}`,
    values,
  );
  return rows.map(toOrder);
}

/** A member's orders that are paid and not settled, nearest window first. */
export async function loadPending(
  tx: Transaction,
  tenantId: number,
  key: { readonly member: bigint; readonly limit: number },
): Promise<Order[]> {
  const rows = await tx.query<OrderRow>(
    `select ${ORDER_COLUMNS}
     from orders
     where tenant_id = $1
       and member = $2
       and state in ('paid', 'shipped', 'return_window', 'settling')
     order by window_ends_at nulls last, placed_at, number
     limit $3`,
    [tenantId, key.member, key.limit],
  );
  return rows.map(toOrder);
}

export async function loadLastSettled(
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

export interface OrderFigures {
  readonly toShip: number;
  readonly awaitingPayment: number;
  readonly inReturnWindow: number;
  readonly placedToday: number;
  /** Of the orders placed today that were paid, in fen. */
  readonly salesToday: bigint;
}

/** Counts for the overview; `merchant` narrows them to one shop. */
export async function loadFigures(
  tx: Transaction,
  tenantId: number,
  key: { readonly merchant: bigint | null; readonly from: string; readonly until: string },
): Promise<OrderFigures> {
  const row = await tx.first<OrderFigures>(
    `select todo."toShip", todo."awaitingPayment", todo."inReturnWindow", today."placedToday",
       today."salesToday"
     from (
       select count(*) filter (where state = 'paid')::int as "toShip",
         count(*) filter (where state = 'awaiting_payment')::int as "awaitingPayment",
         count(*) filter (where state = 'return_window')::int as "inReturnWindow"
       from orders
       where tenant_id = $1
         and state in ('awaiting_payment', 'paid', 'return_window', 'settling')
         and ($2::bigint is null or merchant = $2)
     ) as todo
     cross join (
       select count(*)::int as "placedToday",
         coalesce(sum(amount_fen) filter (where paid_at is not null), 0) as "salesToday"
       from orders
       where tenant_id = $1
         and placed_at >= $3
         and placed_at < $4
         and ($2::bigint is null or merchant = $2)
     ) as today`,
    [tenantId, key.merchant, key.from, key.until],
  );
  if (row === undefined) throw new Error('counts answer one row');
  return row;
}

/** For the audit: what escrow must hold, the money of paid orders that are not settled. */
export async function sumOpenCash(tx: Transaction, tenantId: number): Promise<bigint> {
  const row = await tx.first<{ cash: bigint }>(
    `select coalesce(sum(amount_fen - refunded_fen), 0) as cash
     from orders
     where tenant_id = $1
       and state in ('paid', 'shipped', 'return_window', 'settling')`,
    [tenantId],
  );
  return row?.cash ?? 0n;
}
