import { fen, growthUnits } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';
import type { Transaction } from '../../context.ts';
import type { Earned, Order, OrderState } from '../order.ts';

export interface OrderRow {
  id: string;
  number: string;
  checkout_id: string;
  payment_id: string;
  member: bigint;
  merchant: bigint;
  referrer: bigint | null;
  state: OrderState;
  amount_fen: bigint;
  margin_fen: bigint;
  refunded_fen: bigint;
  line_count: number;
  placed_at: string;
  paid_at: string | null;
  shipped_at: string | null;
  received_at: string | null;
  window_ends_at: string | null;
  settled_at: string | null;
  closed_at: string | null;
  refunded_at: string | null;
  carrier: string | null;
  tracking: string | null;
  contribution_fen: bigint | null;
  value_fen: bigint | null;
  points: bigint | null;
  dividend_fen: bigint | null;
  platform_fen: bigint | null;
  merchant_fen: bigint | null;
  transfer_id: string | null;
}

export const ORDER_COLUMNS = `id, number, checkout_id, payment_id, member, merchant, referrer,
  state, amount_fen, margin_fen, refunded_fen, line_count, placed_at, paid_at, shipped_at,
  received_at, window_ends_at, settled_at, closed_at, refunded_at, carrier, tracking,
  contribution_fen, value_fen, points, dividend_fen, platform_fen, merchant_fen, transfer_id`;

export function toOrder(row: OrderRow): Order {
  return {
    id: row.id,
    number: row.number,
    checkoutId: row.checkout_id,
    paymentId: row.payment_id,
    member: row.member,
    merchant: row.merchant,
    referrer: row.referrer,
    state: row.state,
    amount: fen(row.amount_fen),
    margin: fen(row.margin_fen),
    refunded: fen(row.refunded_fen),
    lineCount: row.line_count,
    placedAt: row.placed_at,
    paidAt: row.paid_at,
    shippedAt: row.shipped_at,
    receivedAt: row.received_at,
    windowEndsAt: row.window_ends_at,
    settledAt: row.settled_at,
    closedAt: row.closed_at,
    refundedAt: row.refunded_at,
    shipment: row.carrier === null ? null : { carrier: row.carrier, tracking: row.tracking ?? '' },
    earned: row.settled_at === null ? null : earnedOf(row),
  };
}

function earnedOf(row: OrderRow): Earned {
  return {
    contribution: fen(row.contribution_fen ?? 0n),
    value: fen(row.value_fen ?? 0n),
    points: growthUnits(row.points ?? 0n),
    dividendShare: fen(row.dividend_fen ?? 0n),
    platformShare: fen(row.platform_fen ?? 0n),
    merchantShare: fen(row.merchant_fen ?? 0n),
    transferId: row.transfer_id,
  };
}

export async function loadOrder(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<Order | null> {
  const row = await tx.first<OrderRow>(
    `select ${ORDER_COLUMNS}
     from orders
     where tenant_id = $1
       and id = $2`,
    [tenantId, id],
  );
  return row === undefined ? null : toOrder(row);
}

export async function lockOrder(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<Order | null> {
  const row = await tx.first<OrderRow>(
    `select ${ORDER_COLUMNS}
     from orders
     where tenant_id = $1
       and id = $2
     for update`,
    [tenantId, id],
  );
  return row === undefined ? null : toOrder(row);
}

/** The orders of a payment go on. @returns those that did, by number. */
export async function updateToPaid(
  tx: Transaction,
  tenantId: number,
  paid: { readonly paymentId: string; readonly at: string },
): Promise<Order[]> {
  const rows = await tx.query<OrderRow>(
    `update orders
     set state = 'paid', paid_at = $3
     where tenant_id = $1
       and payment_id = $2
       and state = 'awaiting_payment'
     returning ${ORDER_COLUMNS}`,
    [tenantId, paid.paymentId, paid.at],
  );
  return rows.map(toOrder).toSorted((a, b) => (a.number < b.number ? -1 : 1));
}

/** The orders of a payment that nobody will pay. @returns their checkout, if there are any. */
export async function updateToClosed(
  tx: Transaction,
  tenantId: number,
  closed: { readonly paymentId: string; readonly at: string; readonly reason: string },
): Promise<string | undefined> {
  const rows = await tx.query<{ checkout_id: string }>(
    `update orders
     set state = 'closed', closed_at = $3, close_reason = $4
     where tenant_id = $1
       and payment_id = $2
       and state = 'awaiting_payment'
     returning checkout_id`,
    [tenantId, closed.paymentId, closed.at, closed.reason],
  );
  return rows[0]?.checkout_id;
}

export async function updateToShipped(
  tx: Transaction,
  tenantId: number,
  shipped: {
    readonly id: string;
    readonly at: string;
    readonly carrier: string;
    readonly tracking: string;
  },
): Promise<void> {
  await tx.run(
    `update orders
     set state = 'shipped', shipped_at = $3, carrier = $4, tracking = $5
     where tenant_id = $1
       and id = $2`,
    [tenantId, shipped.id, shipped.at, shipped.carrier, shipped.tracking],
  );
}

export async function updateToReceived(
  tx: Transaction,
  tenantId: number,
  received: { readonly id: string; readonly at: string; readonly windowEndsAt: string },
): Promise<void> {
  await tx.run(
    `update orders
     set state = 'return_window', received_at = $3, window_ends_at = $4
     where tenant_id = $1
       and id = $2`,
    [tenantId, received.id, received.at, received.windowEndsAt],
  );
}

export async function updateRefunded(
  tx: Transaction,
  tenantId: number,
  refunded: {
    readonly id: string;
    readonly state: OrderState;
    readonly refunded: Fen;
    readonly at: string;
    readonly reason: string | null;
  },
): Promise<void> {
  await tx.run(
    `update orders
     set state = $3::text,
         refunded_fen = $4,
         refunded_at = case when amount_fen = $4 then $5::timestamptz else refunded_at end,
         close_reason = coalesce($6, close_reason)
     where tenant_id = $1
       and id = $2`,
    [tenantId, refunded.id, refunded.state, refunded.refunded, refunded.at, refunded.reason],
  );
}

/** Orders whose window ends at or before an instant begin to settle. In the order of settling. */
export async function updateToSettling(
  tx: Transaction,
  tenantId: number,
  until: string,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `with due as (
       update orders
       set state = 'settling'
       where tenant_id = $1
         and state = 'return_window'
         and window_ends_at <= $2
       returning id, window_ends_at, number
     )
     select id
     from due
     order by window_ends_at, number collate "C"`,
    [tenantId, until],
  );
  return rows.map((row) => row.id);
}
