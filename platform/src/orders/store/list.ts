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
