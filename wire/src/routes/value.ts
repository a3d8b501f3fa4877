import { createRoute, z } from '@hono/zod-openapi';
import { EconomyBoard, LogPage, Overview } from '../console.ts';
import { body, created, ok } from '../contract.ts';
import { IdempotencyHeader, PageQuery } from '../shapes.ts';
import {
  ActivityPage,
  ClaimReceipt,
  PriceHistory,
  SalePreview,
  SaleReceipt,
  SellPoints,
  Value,
} from '../value.ts';

export const getValue = createRoute({
  method: 'get',
  path: '/v1/value',
  operationId: 'getValue',
  tags: ['economy'],
  summary: 'My points, what they would pay now, my limit, and what backs them',
  responses: ok(Value, 'My value'),
});

export const getPrices = createRoute({
  method: 'get',
  path: '/v1/value/prices',
  operationId: 'getPrices',
  tags: ['economy'],
  summary: 'Price, reserve and dividend at the close of each day',
  request: { query: z.object({ days: z.coerce.number().int().min(1).max(2000).default(90) }) },
  responses: ok(PriceHistory, 'The history'),
});

export const listActivity = createRoute({
  method: 'get',
  path: '/v1/value/activity',
  operationId: 'listActivity',
  tags: ['economy'],
  summary: 'What moved my points and cash, newest first',
  request: { query: PageQuery },
  responses: ok(ActivityPage, 'A page'),
});

export const previewSale = createRoute({
  method: 'post',
  path: '/v1/value/sales/preview',
  operationId: 'previewSale',
  tags: ['economy'],
  summary: 'What selling these points would pay now; moves nothing',
  request: { body: body(SellPoints) },
  responses: ok(SalePreview, 'The preview'),
});

export const sellPoints = createRoute({
  method: 'post',
  path: '/v1/value/sales',
  operationId: 'sellPoints',
  tags: ['economy'],
  summary: 'Sell points back to the reserve',
  request: { headers: IdempotencyHeader, body: body(SellPoints) },
  responses: created(SaleReceipt, 'The receipt'),
});

export const getSale = createRoute({
  method: 'get',
  path: '/v1/value/sales/{saleId}',
  operationId: 'getSale',
  tags: ['economy'],
  summary: 'The receipt of a sale of mine',
  request: { params: z.object({ saleId: z.string().regex(/^\d{1,18}$/) }) },
  responses: ok(SaleReceipt, 'The receipt'),
});

export const claimDividend = createRoute({
  method: 'post',
  path: '/v1/value/claims',
  operationId: 'claimDividend',
  tags: ['economy'],
  summary: 'Pay out my credited dividend',
  request: { headers: IdempotencyHeader },
  responses: created(ClaimReceipt, 'The receipt'),
});

export const getOverview = createRoute({
  method: 'get',
  path: '/v1/console/overview',
  operationId: 'getOverview',
  tags: ['console'],
  summary: 'The operator’s day at a glance',
  responses: ok(Overview, 'The overview'),
});

export const getEconomyBoard = createRoute({
  method: 'get',
  path: '/v1/console/economy',
  operationId: 'getEconomyBoard',
  tags: ['console'],
  summary: 'State, policy, daily closes and largest holders of the economy',
  responses: ok(EconomyBoard, 'The board'),
});

export const listLog = createRoute({
  method: 'get',
  path: '/v1/console/economy/log',
  operationId: 'listLog',
  tags: ['console'],
  summary: 'The economy’s hash-chained log, newest first',
  request: { query: PageQuery },
  responses: ok(LogPage, 'A page of the log'),
});
