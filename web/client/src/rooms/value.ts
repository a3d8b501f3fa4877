import { answer } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Api } from '../api.ts';
import type {
  ActivityPage,
  ClaimReceipt,
  Growth,
  PriceHistory,
  SalePreview,
  SaleReceipt,
  Value,
} from '../types.ts';

/** A count of points, or everything I hold. */
export type PointsToSell = Growth | 'all';

export function getValue(api: Api): Promise<Answer<Value>> {
  return answer(api.GET('/v1/value'));
}

/** Price, reserve and dividend at the close of each of the last `days` days. */
export function getPrices(api: Api, days: number): Promise<Answer<PriceHistory>> {
  return answer(api.GET('/v1/value/prices', { params: { query: { days } } }));
}

export function listActivity(
  api: Api,
  query: { readonly cursor?: string; readonly limit?: number },
): Promise<Answer<ActivityPage>> {
  return answer(api.GET('/v1/value/activity', { params: { query } }));
}

/** What selling these points would pay now; moves nothing. */
export function previewSale(api: Api, points: PointsToSell): Promise<Answer<SalePreview>> {
  return answer(api.POST('/v1/value/sales/preview', { body: { points } }));
}

/** Sells points back to the reserve. */
export function sellPoints(
  api: Api,
  points: PointsToSell,
  key: string,
): Promise<Answer<SaleReceipt>> {
  const params = { header: { 'idempotency-key': key } };
  return answer(api.POST('/v1/value/sales', { params, body: { points } }));
}

export function getSale(api: Api, saleId: string): Promise<Answer<SaleReceipt>> {
  return answer(api.GET('/v1/value/sales/{saleId}', { params: { path: { saleId } } }));
}

/** Pays out my credited dividend. */
export function claimDividend(api: Api, key: string): Promise<Answer<ClaimReceipt>> {
  const params = { header: { 'idempotency-key': key } };
  return answer(api.POST('/v1/value/claims', { params }));
}
