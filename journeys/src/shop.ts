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
