import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createAttempt,
  createCheckout,
  getMyOrder,
  newIdempotencyKey,
  receiveOrder,
  shipOrder,
  simulatePayment,
} from '@tuodi/web-client';
import type { OrderDetail } from '@tuodi/web-client';
import { passTimeUntil } from './installation.ts';
import { must } from './visitor.ts';
import type { Visitor } from './visitor.ts';

/** What is bought: pieces of one SKU. */
export interface Wanted {
  readonly skuId: string;
  readonly quantity: number;
}

/** A checkout that nobody has paid yet, with an open cashier. */
export interface Placed {
  readonly checkoutId: string;
  readonly orderId: string;
  readonly paymentId: string;
  readonly attemptId: string;
}

export async function place(shopper: Visitor, ...lines: Wanted[]): Promise<Placed> {
  const checkout = must(await createCheckout(shopper.api, { lines }, newIdempotencyKey()));
  const paymentId = checkout.payment.id;
  const attempt = must(await createAttempt(shopper.api, paymentId, newIdempotencyKey()));
  const orderId = checkout.orders[0]?.id ?? '';
  return { checkoutId: checkout.id, orderId, paymentId, attemptId: attempt.id };
}

/** @returns the order's id. */
export async function buy(shopper: Visitor, ...lines: Wanted[]): Promise<string> {
  const { orderId, attemptId } = await place(shopper, ...lines);
  must(await simulatePayment(shopper.api, attemptId, 'pay'));
  return orderId;
}

export async function ship(operator: Visitor, orderId: string): Promise<void> {
  const parcel = { carrier: 'SF Express', tracking: 'SF10203040' };
  must(await shipOrder(operator.api, orderId, parcel, newIdempotencyKey()));
}

export async function receive(shopper: Visitor, orderId: string): Promise<OrderDetail> {
  return must(await receiveOrder(shopper.api, orderId, newIdempotencyKey()));
}

export async function orderOf(shopper: Visitor, orderId: string): Promise<OrderDetail> {
  return must(await getMyOrder(shopper.api, orderId));
}

/**
 * One order in a mall whose clock stands, bought, shipped and received; then its window is let pass,
 * and the server's own tick settles it.
 */
export async function buyAndSettle(
  of: { readonly who: Visitor; readonly operator: Visitor; readonly dataDir: string },
  wanted: Wanted,
): Promise<OrderDetail> {
  const { who, operator, dataDir } = of;
  const orderId = await buy(who, wanted);
  await ship(operator, orderId);
  const { windowEndsAt } = await receive(who, orderId);
  assert.ok(windowEndsAt !== null);
  const { slug } = who.at;
  await passTimeUntil(dataDir, { slug, to: new Date(windowEndsAt).toISOString() });
  for (let looks = 0; looks < 150; looks += 1) {
    const order = await orderOf(who, orderId);
    if (order.state === 'settled') return order;
    await sleep(200);
  }
  assert.fail('the server has not settled the order whose window is over');
}
