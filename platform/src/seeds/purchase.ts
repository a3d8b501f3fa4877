import { invariant } from '@tuodi/outcome';
import type { Outcome, Refusal } from '@tuodi/outcome';
import type { Context, Transaction } from '../context.ts';
import { confirmPaymentIn, placeCheckout, receiveOrder, shipOrder } from '../orders/index.ts';
import { openAttempt } from '../payments/index.ts';
import { derivedUuid } from '../random.ts';
import type { Tenant } from '../tenancy/index.ts';

/** How far a demo purchase goes. */
export type Until = 'paid' | 'shipped' | 'received';

export interface Purchase {
  readonly member: bigint;
  readonly lines: readonly { readonly skuId: string; readonly quantity: bigint }[];
  /** What the ids of this purchase are derived from: its seed and its own name. */
  readonly seed: string;
  readonly reference: string;
  readonly until: Until;
}

/**
 * One purchase through every verb that a shopper, the gateway and the merchant would call, in the
 * caller's transaction: checkout, payment attempt, the gateway's callback, shipping, receipt.
 * @returns the ids of its orders.
 */
export async function purchase(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  input: Purchase,
): Promise<readonly string[]> {
  const id = (kind: string, part = ''): string =>
    derivedUuid(input.seed, kind, part === '' ? input.reference : `${input.reference} ${part}`);
  const { member, lines } = input;
  const checkout = held(await placeCheckout(context, tx, tenant, { member, lines, newId: id }));
  const at = context.clock.now(tenant);
  const attempt = held(
    await openAttempt(tx, tenant.id, {
      id: id('attempt'),
      paymentId: checkout.payment.id,
      member,
      at,
    }),
  );
  const callback = {
    id: `sim-${attempt.id}`,
    attemptId: attempt.id,
    kind: 'payment_succeeded' as const,
    amount: { amount: String(attempt.amount), asset: 'CNY/2' as const },
    at,
  };
  held(await confirmPaymentIn(context, tx, tenant, { callback, newId: id }));
  const orderIds = checkout.orders.map((order) => order.id);
  for (const orderId of orderIds) {
    if (input.until === 'paid') continue;
    const scope = {};
    const parcel = { carrier: 'SF Express', tracking: `SF${orderId.slice(0, 8).toUpperCase()}` };
    held(await shipOrder(context, tx, tenant, { orderId, scope, ...parcel }));
    if (input.until === 'received')
      held(await receiveOrder(context, tx, tenant, { orderId, scope }));
  }
  return orderIds;
}

/** A verb that the demo calls rightly is never refused. */
function held<Value>(outcome: Outcome<Value, Refusal>): Value {
  invariant(
    outcome.ok,
    `a demo purchase is not refused: ${outcome.ok ? '' : outcome.refusal.code}`,
  );
  return outcome.value;
}
