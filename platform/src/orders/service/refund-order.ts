import { fen, writeFixed } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';
import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import { giveBack, recordRefund } from '../../aftersale/index.ts';
import type { GiveBackRefusal, Refund, RequestedLine } from '../../aftersale/index.ts';
import type { Context, Transaction } from '../../context.ts';
import { submitEconomyEvent } from '../../economy/index.ts';
import { openRefund } from '../../payments/index.ts';
import type { NewId } from '../../payments/index.ts';
import { putBack } from '../../stock/index.ts';
import type { Tenant } from '../../tenancy/index.ts';
import type { Order, OrderLine, OrderState, Scope } from '../order.ts';
import { isInScope, lineIdOf } from '../order.ts';
import { addRefunded, loadLinesAt } from '../store/lines.ts';
import { lockOrder, updateRefunded } from '../store/orders.ts';

export interface RefundOrder {
  readonly orderId: string;
  readonly scope: Scope;
  readonly lines: readonly RequestedLine[];
  readonly reason: string;
  readonly newId?: NewId;
}

export type RefundOrderRefusal =
  | GiveBackRefusal
  | { readonly code: 'orders.unknown_order' }
  | { readonly code: 'aftersale.wrong_state'; readonly state: OrderState };

const BEFORE_SETTLEMENT: ReadonlySet<OrderState> = new Set(['paid', 'shipped', 'return_window']);
const AFTER_SETTLEMENT: ReadonlySet<OrderState> = new Set(['settling', 'settled']);

/**
 * Gives pieces of lines back at the price that was paid, before or after settlement. The economy
 * books it; once it has, the gateway is asked for the money. Pieces of an order that was not
 * shipped go back into stock.
 */
export async function refundOrder(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  input: RefundOrder,
): Promise<Outcome<Refund, RefundOrderRefusal>> {
  const order = await lockOrder(tx, tenant.id, input.orderId);
  if (order === null || !isInScope(order, input.scope)) {
    return refuse({ code: 'orders.unknown_order' });
  }
  return refundHeld(context, tx, tenant, { ...input, order });
}

/** The same with lines by their public ids. */
export async function refundLines(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  input: Omit<RefundOrder, 'lines'> & {
    readonly lines: readonly { readonly lineId: string; readonly quantity: bigint }[];
  },
): Promise<Outcome<Refund, RefundOrderRefusal>> {
  const order = await lockOrder(tx, tenant.id, input.orderId);
  if (order === null || !isInScope(order, input.scope)) {
    return refuse({ code: 'orders.unknown_order' });
  }
  const positions = new Map(
    Array.from({ length: order.lineCount }, (_, index) => [
      lineIdOf(order.id, index + 1),
      index + 1,
    ]),
  );
  // A position that no line has is refused with the others.
  const lines = input.lines.map(({ lineId, quantity }) => ({
    position: positions.get(lineId.toLowerCase()) ?? 0,
    quantity,
  }));
  return refundHeld(context, tx, tenant, { ...input, lines, order });
}

/** The same for an order that the caller holds. */
export async function refundHeld(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  input: Omit<RefundOrder, 'orderId' | 'scope'> & { readonly order: Order },
): Promise<Outcome<Refund, RefundOrderRefusal>> {
  const { order } = input;
  const late = AFTER_SETTLEMENT.has(order.state);
  if (!late && !BEFORE_SETTLEMENT.has(order.state)) {
    return refuse({ code: 'aftersale.wrong_state', state: order.state });
  }
  const positions = input.lines.map((line) => line.position);
  const sold = await loadLinesAt(tx, tenant.id, { orderId: order.id, positions });
  const given = giveBack(sold, input.lines);
  if (!given.ok) return given;
  const newId = input.newId ?? (() => context.random.uuid());
  const refund: Refund = {
    ...given.value,
    id: newId('refund'),
    orderId: order.id,
    late,
    reason: input.reason,
    at: context.clock.now(tenant),
  };
  await write(tx, tenant, { order, refund, sold });
  return done(refund);
}

async function write(
  tx: Transaction,
  tenant: Tenant,
  { order, refund, sold }: { order: Order; refund: Refund; sold: readonly OrderLine[] },
): Promise<void> {
  const left = fen(order.amount - order.refunded);
  await addRefunded(tx, tenant.id, { orderId: order.id, lines: refund.lines });
  await updateRefunded(tx, tenant.id, {
    id: order.id,
    state: stateAfter(order, left === refund.amount),
    refunded: fen(order.refunded + refund.amount),
    at: refund.at,
    reason: null,
  });
  await recordRefund(tx, tenant.id, refund);
  await openRefund(tx, tenant.id, {
    id: refund.id,
    paymentId: order.paymentId,
    member: order.member,
    amount: refund.amount,
    openedAt: refund.at,
  });
  if (order.state === 'paid') await putBack(tx, tenant.id, piecesOf(refund, sold));
  submitEconomyEvent(tx, tenant.id, {
    sourceType: 'refund',
    sourceId: refund.id,
    at: refund.at,
    event: { type: 'refund', order: order.id, amount: amountOf(refund.amount, left) },
  });
}

/** An order that is about to settle stays so: its settlement was submitted before. */
function stateAfter(order: Order, all: boolean): OrderState {
  return all && order.state !== 'settling' ? 'refunded' : order.state;
}

function amountOf(amount: Fen, left: Fen): string {
  return amount === left ? 'all' : writeFixed(amount, 2);
}

function piecesOf(
  refund: Refund,
  sold: readonly OrderLine[],
): { readonly skuId: string; readonly quantity: bigint }[] {
  const quantities = new Map(refund.lines.map((line) => [line.position, line.quantity]));
  return sold.map(({ position, skuId }) => ({ skuId, quantity: quantities.get(position) ?? 0n }));
}
