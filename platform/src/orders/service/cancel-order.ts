import { done, invariant, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Context, Transaction } from '../../context.ts';
import { holdPayment } from '../../payments/index.ts';
import type { NewId } from '../../payments/index.ts';
import type { Tenant } from '../../tenancy/index.ts';
import type { Order, OrderRefusal, Scope } from '../order.ts';
import { isInScope } from '../order.ts';
import { loadLines } from '../store/lines.ts';
import { loadOrder, lockOrder } from '../store/orders.ts';
import { closeUnpaid } from './close-unpaid.ts';
import { refundHeld } from './refund-order.ts';

export interface CancelOrder {
  readonly orderId: string;
  readonly scope: Scope;
  readonly reason: string;
  readonly newId?: NewId;
}

/**
 * Unpaid: closes the whole checkout, whose payment is one sum. Paid and not shipped: everything
 * left of the order is refunded and its pieces go back into stock. Later: refused.
 */
export async function cancelOrder(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  input: CancelOrder,
): Promise<Outcome<void, OrderRefusal>> {
  const seen = await loadOrder(tx, tenant.id, input.orderId);
  if (seen === null || !isInScope(seen, input.scope)) {
    return refuse({ code: 'orders.unknown_order' });
  }
  // The payment first, as everywhere: nobody can pay while we decide.
  const payment = await holdPayment(tx, tenant.id, seen.paymentId);
  const order = await lockOrder(tx, tenant.id, seen.id);
  invariant(order !== null, 'an order is never removed');
  const { reason } = input;
  if (order.state === 'awaiting_payment') {
    const at = context.clock.now(tenant);
    await closeUnpaid(tx, tenant.id, { paymentId: payment.id, at, reason });
    return done(undefined);
  }
  if (order.state !== 'paid') return refuse({ code: 'orders.wrong_state', state: order.state });
  return refundAll(context, tx, tenant, { ...input, order });
}

async function refundAll(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  input: CancelOrder & { readonly order: Order },
): Promise<Outcome<void, OrderRefusal>> {
  const { order, reason, newId } = input;
  const lines = (await loadLines(tx, tenant.id, order.id))
    .map((line) => ({
      position: line.position,
      quantity: line.quantity - line.refundedQuantity,
    }))
    .filter((line) => line.quantity > 0n);
  const refunded = await refundHeld(context, tx, tenant, {
    ...{ order, lines, reason },
    ...(newId === undefined ? {} : { newId }),
  });
  invariant(refunded.ok, 'what is left of a paid order can be given back');
  return done(undefined);
}
