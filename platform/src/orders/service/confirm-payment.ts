import { writeFixed } from '@tuodi/amount';
import { invariant } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Context, Transaction } from '../../context.ts';
import { submitEconomyEvents } from '../../economy/index.ts';
import type { SubmittedEvent } from '../../economy/index.ts';
import { receiveCallback } from '../../payments/index.ts';
import type {
  CallbackOutcome,
  CallbackRefusal,
  GatewayCallback,
  NewId,
} from '../../payments/index.ts';
import { confirmReservation } from '../../stock/index.ts';
import type { Tenant } from '../../tenancy/index.ts';
import type { Order } from '../order.ts';
import { updateToPaid } from '../store/orders.ts';

/**
 * Takes a gateway's callback whose signature was checked. The first payment of an open checkout
 * makes its orders paid, takes their pieces out of stock and tells the economy of each order.
 */
export function confirmPayment(
  context: Context,
  tenant: Tenant,
  input: { readonly callback: GatewayCallback; readonly newId?: NewId },
): Promise<Outcome<CallbackOutcome, CallbackRefusal>> {
  return context.transaction(tenant.id, (tx) => confirmPaymentIn(context, tx, tenant, input));
}

/** The same in the caller's transaction. */
export function confirmPaymentIn(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  input: { readonly callback: GatewayCallback; readonly newId?: NewId },
): Promise<Outcome<CallbackOutcome, CallbackRefusal>> {
  const at = context.clock.now(tenant);
  return receiveCallback(context, tx, {
    tenantId: tenant.id,
    callback: input.callback,
    at,
    newId: input.newId ?? (() => context.random.uuid()),
    onPaid: (payment) => payOrders(tx, tenant, { paymentId: payment.id, at }),
  });
}

async function payOrders(
  tx: Transaction,
  tenant: Tenant,
  paid: { readonly paymentId: string; readonly at: string },
): Promise<void> {
  const orders = await updateToPaid(tx, tenant.id, paid);
  const [first] = orders;
  invariant(first !== undefined, 'an open payment has orders that await it');
  const events = orders.map((order) => orderEvent(order, paid.at));
  submitEconomyEvents(tx, tenant.id, events);
  await confirmReservation(tx, tenant.id, first.checkoutId);
}

function orderEvent(order: Order, at: string): SubmittedEvent {
  return {
    sourceType: 'order_paid',
    sourceId: order.id,
    at,
    event: {
      type: 'order',
      id: order.id,
      user: String(order.member),
      amount: writeFixed(order.amount, 2),
      margin: writeFixed(order.margin, 2),
      merchant: String(order.merchant),
      ...(order.referrer === null ? {} : { referrer: String(order.referrer) }),
    },
  };
}
