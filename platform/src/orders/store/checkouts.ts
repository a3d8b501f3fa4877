import { fen } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';
import type { Transaction } from '../../context.ts';

export interface CheckoutRow {
  readonly id: string;
  readonly member: bigint;
  readonly paymentId: string;
  readonly total: Fen;
  readonly placedAt: string;
}

export interface NewOrder {
  readonly id: string;
  readonly number: string;
  readonly merchant: bigint;
  readonly amount: Fen;
  readonly margin: Fen;
  readonly lineCount: number;
}

/** The checkout with its orders, in one statement. */
export function insertCheckout(
  tx: Transaction,
  tenantId: number,
  checkout: CheckoutRow & {
    readonly referrer: bigint | null;
    readonly orders: readonly NewOrder[];
  },
): void {
  const { orders } = checkout;
  tx.defer(
    `with checkout as (
       insert into checkouts (tenant_id, id, member, payment_id, total_fen, placed_at)
       values ($1, $2, $3, $4, $5, $6)
     )
     insert into orders (tenant_id, id, number, checkout_id, payment_id, member, merchant,
       referrer, state, amount_fen, margin_fen, line_count, placed_at)
     select $1, row.id, row.number, $2, $4, $3, row.merchant, $7, 'awaiting_payment',
       row.amount_fen, row.margin_fen, row.line_count, $6
     from unnest($8::uuid[], $9::text[], $10::bigint[], $11::bigint[], $12::bigint[], $13::int[])
       as row (id, number, merchant, amount_fen, margin_fen, line_count)`,
    [
      ...[tenantId, checkout.id, checkout.member, checkout.paymentId, checkout.total],
      ...[checkout.placedAt, checkout.referrer],
      orders.map((order) => order.id),
      orders.map((order) => order.number),
      orders.map((order) => order.merchant),
      orders.map((order) => order.amount),
      orders.map((order) => order.margin),
      orders.map((order) => order.lineCount),
    ],
  );
}

export interface StoredCheckout extends CheckoutRow {
  readonly orders: readonly { readonly id: string; readonly number: string }[];
}

export async function loadCheckout(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<StoredCheckout | null> {
  const row = await tx.first<{
    id: string;
    member: bigint;
    payment_id: string;
    total_fen: bigint;
    placed_at: string;
  }>(
    `select id, member, payment_id, total_fen, placed_at
     from checkouts
     where tenant_id = $1
       and id = $2`,
    [tenantId, id],
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    member: row.member,
    paymentId: row.payment_id,
    total: fen(row.total_fen),
    placedAt: row.placed_at,
    orders: await loadNumbers(tx, tenantId, row.payment_id),
  };
}

/**
 * Ids and numbers of the orders under a payment, by number. They are few: sorted here, because the
 * planner would rather read all orders by number than look these up.
 */
export async function loadNumbers(
  tx: Transaction,
  tenantId: number,
  paymentId: string,
): Promise<{ id: string; number: string }[]> {
  const rows = await tx.query<{ id: string; number: string }>(
    `select id, number
     from orders
     where tenant_id = $1
       and payment_id = $2`,
    [tenantId, paymentId],
  );
  return rows.toSorted((a, b) => (a.number < b.number ? -1 : 1));
}
