import { answer } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Api } from '../api.ts';
import type { EconomyBoard, LogPage, OrderDetail, OrderPage, Overview, Refund } from '../types.ts';
import type { OrderQuery } from './orders.ts';

export function getOverview(api: Api): Promise<Answer<Overview>> {
  return answer(api.GET('/v1/console/overview'));
}

export function getEconomyBoard(api: Api): Promise<Answer<EconomyBoard>> {
  return answer(api.GET('/v1/console/economy'));
}

export function listLog(
  api: Api,
  query: { readonly cursor?: string; readonly limit?: number },
): Promise<Answer<LogPage>> {
  return answer(api.GET('/v1/console/economy/log', { params: { query } }));
}

/** Orders (merchant: own; operator: all), newest first; `q` is an order or a member number. */
export function listConsoleOrders(api: Api, query: OrderQuery): Promise<Answer<OrderPage>> {
  return answer(api.GET('/v1/console/orders', { params: { query } }));
}

export function getConsoleOrder(api: Api, orderId: string): Promise<Answer<OrderDetail>> {
  return answer(api.GET('/v1/console/orders/{orderId}', { params: { path: { orderId } } }));
}

/** The parcel is on its way. */
export function shipOrder(
  api: Api,
  orderId: string,
  parcel: { readonly carrier: string; readonly tracking: string },
  key: string,
): Promise<Answer<OrderDetail>> {
  const params = { header: { 'idempotency-key': key }, path: { orderId } };
  return answer(api.POST('/v1/console/orders/{orderId}/ship', { params, body: { ...parcel } }));
}

/** Refunds lines by quantity, before or after settlement. */
export function createRefund(
  api: Api,
  orderId: string,
  refund: { readonly lines: { lineId: string; quantity: number }[]; readonly reason: string },
  key: string,
): Promise<Answer<Refund>> {
  const params = { header: { 'idempotency-key': key }, path: { orderId } };
  return answer(api.POST('/v1/console/orders/{orderId}/refunds', { params, body: { ...refund } }));
}
