import { answer } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Api } from '../api.ts';
import type {
  Checkout,
  CheckoutLine,
  CheckoutPreview,
  Cny,
  OrderDetail,
  OrderPage,
  OrderState,
  PaymentAttempt,
  Transfer,
} from '../types.ts';

export interface CheckoutIntent {
  readonly lines: CheckoutLine[];
  /** What the shopper was shown: a changed price is refused, never silently charged. */
  readonly expectedTotal?: Cny;
  readonly referrer?: string;
}

export interface OrderQuery {
  readonly cursor?: string;
  readonly limit?: number;
  readonly state?: OrderState;
  readonly q?: string;
}

/** The header that makes a repeat of the same intent answer the same. */
function keyed(key: string) {
  return { 'idempotency-key': key } as const;
}

/** Prices lines and shows what they will earn; reserves nothing. */
export function previewCheckout(
  api: Api,
  intent: CheckoutIntent,
): Promise<Answer<CheckoutPreview>> {
  return answer(api.POST('/v1/checkouts/preview', { body: { ...intent } }));
}

/** Places the orders, one per merchant, under one payment. */
export function createCheckout(
  api: Api,
  intent: CheckoutIntent,
  key: string,
): Promise<Answer<Checkout>> {
  const params = { header: keyed(key) };
  return answer(api.POST('/v1/checkouts', { params, body: { ...intent } }));
}

/** Opens the gateway's cashier for a payment. */
export function createAttempt(
  api: Api,
  paymentId: string,
  key: string,
): Promise<Answer<PaymentAttempt>> {
  const params = { header: keyed(key), path: { paymentId } };
  const body = { gateway: 'simulator' } as const;
  return answer(api.POST('/v1/payments/{paymentId}/attempts', { params, body }));
}

export function getAttempt(api: Api, attemptId: string): Promise<Answer<PaymentAttempt>> {
  return answer(api.GET('/v1/payment-attempts/{attemptId}', { params: { path: { attemptId } } }));
}

/** Acts as the shopper at the simulated cashier. */
export function simulatePayment(
  api: Api,
  attemptId: string,
  act: 'pay' | 'fail' | 'pay_twice',
): Promise<Answer<PaymentAttempt>> {
  const params = { path: { attemptId } };
  return answer(api.POST('/v1/simulator/payment-attempts/{attemptId}', { params, body: { act } }));
}

export function listMyOrders(api: Api, query: OrderQuery): Promise<Answer<OrderPage>> {
  return answer(api.GET('/v1/orders', { params: { query } }));
}

export function getMyOrder(api: Api, orderId: string): Promise<Answer<OrderDetail>> {
  return answer(api.GET('/v1/orders/{orderId}', { params: { path: { orderId } } }));
}

/** Unpaid closes; paid and not yet shipped is refunded in full. */
export function cancelOrder(api: Api, orderId: string, key: string): Promise<Answer<OrderDetail>> {
  const params = { header: keyed(key), path: { orderId } };
  return answer(api.POST('/v1/orders/{orderId}/cancel', { params, body: {} }));
}

/** The goods are here: the return window begins. */
export function receiveOrder(api: Api, orderId: string, key: string): Promise<Answer<OrderDetail>> {
  const params = { header: keyed(key), path: { orderId } };
  return answer(api.POST('/v1/orders/{orderId}/receive', { params }));
}

export function getTransfer(api: Api, transferId: string): Promise<Answer<Transfer>> {
  return answer(api.GET('/v1/transfers/{transferId}', { params: { path: { transferId } } }));
}
