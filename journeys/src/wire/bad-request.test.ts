import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { visitor } from '../visitor.ts';
import type { Visitor } from '../visitor.ts';
import { Border, INVALID, MALFORMED } from './border.ts';
import type { Case } from './border.ts';

let border: Border;

before(async () => {
  border = await Border.open('bad-request');
});
after(() => border.close());

/** Every POST with a body, with somebody who may send it. */
function posts(): readonly (readonly [Visitor, string])[] {
  const { shopper, operator, stranger } = border.mall;
  const { paymentId, attemptId, orderId } = border.atStake.unpaid;
  return [
    [stranger, '/v1/sign-in/codes'],
    [stranger, '/v1/sessions'],
    [operator, '/v1/console/products'],
    [shopper, '/v1/checkouts/preview'],
    [shopper, '/v1/checkouts'],
    [shopper, `/v1/payments/${paymentId}/attempts`],
    [shopper, `/v1/simulator/payment-attempts/${attemptId}`],
    [shopper, `/v1/orders/${orderId}/cancel`],
    [operator, `/v1/console/orders/${orderId}/ship`],
    [operator, `/v1/console/orders/${orderId}/refunds`],
    [shopper, '/v1/value/sales/preview'],
    [shopper, '/v1/value/sales'],
  ];
}

test('a malformed body is refused on every route that takes one', async () => {
  await border.allRefused(
    posts().flatMap(([who, path]): Case[] => {
      const to = `POST ${path}`;
      return [
        { who, to, body: '{"', problem: MALFORMED },
        { who, to, body: '\u0000', problem: INVALID },
        { who, to, body: '[]', problem: INVALID },
        { who, to, body: '"text"', problem: INVALID },
        { who, to, body: 'null', problem: INVALID },
        { who, to, body: '17', problem: INVALID },
      ];
    }),
  );
});

test('a body that is too large, or not JSON, is refused before it is read', async () => {
  const { shopper } = border.mall;
  const to = 'POST /v1/checkouts';
  const lines = [{ skuId: border.mall.skuId, quantity: 1 }];
  await border.allRefused([
    {
      ...{ who: shopper, to, body: { lines, filler: 'x'.repeat(1_100_000) } },
      problem: [413, 'http.body_too_large'],
    },
    {
      ...{ who: shopper, to, body: 'lines=1' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      problem: MALFORMED,
    },
  ]);
});

test('an unknown id is not found, and one that is none is invalid', async () => {
  const { shopper, operator } = border.mall;
  const parcel = { carrier: 'SF', tracking: '1' };
  const refund = { lines: [{ lineId: randomUUID(), quantity: 1 }] };
  const routes: readonly (readonly [Visitor, string, unknown, string])[] = [
    [shopper, 'GET /v1/products/ID', undefined, 'catalog.unknown_product'],
    [shopper, 'GET /v1/checkouts/ID', undefined, 'orders.unknown_checkout'],
    [
      shopper,
      'POST /v1/payments/ID/attempts',
      { gateway: 'simulator' },
      'payments.unknown_payment',
    ],
    [shopper, 'GET /v1/payment-attempts/ID', undefined, 'payments.unknown_attempt'],
    [shopper, 'POST /v1/simulator/payment-attempts/ID', { act: 'pay' }, 'payments.unknown_attempt'],
    [shopper, 'GET /v1/orders/ID', undefined, 'orders.unknown_order'],
    [shopper, 'POST /v1/orders/ID/cancel', {}, 'orders.unknown_order'],
    [shopper, 'POST /v1/orders/ID/receive', undefined, 'orders.unknown_order'],
    [operator, 'GET /v1/console/orders/ID', undefined, 'orders.unknown_order'],
    [operator, 'POST /v1/console/orders/ID/ship', parcel, 'orders.unknown_order'],
    [operator, 'POST /v1/console/orders/ID/refunds', refund, 'orders.unknown_order'],
    [shopper, 'GET /v1/transfers/ID', undefined, 'ledger.unknown_transfer'],
  ];
  await border.allRefused([
    ...routes.flatMap(([who, route, body, code]): Case[] => [
      { who, to: route.replace('ID', randomUUID()), body, problem: [404, code] },
      { who, to: route.replace('ID', 'x'), body, problem: INVALID },
      { who, to: route.replace('ID', '%00'), body, problem: INVALID },
      { who, to: route.replace('ID', "1'%20or%201=1"), body, problem: INVALID },
    ]),
    {
      ...{ who: shopper, to: 'POST /v1/checkouts' },
      body: { lines: [{ skuId: randomUUID(), quantity: 1 }] },
      problem: [404, 'catalog.unknown_sku'],
    },
    {
      ...{
        who: operator,
        to: `POST /v1/console/orders/${border.atStake.paid.orderId}/refunds`,
        body: refund,
      },
      problem: [404, 'aftersale.unknown_line'],
    },
    {
      ...{ who: shopper, to: 'GET /v1/value/sales/999999999' },
      problem: [404, 'economy.no_such_receipt'],
    },
    { who: shopper, to: 'GET /v1/value/sales/one', problem: INVALID },
    { who: shopper, to: 'GET /v1/no/such/route', problem: [404, 'http.not_found'] },
  ]);
  const nowhere = visitor({ ...border.mall.at, slug: 'no-such-mall' });
  const reply = await nowhere.send('GET', '/v1/tenant');
  assert.deepEqual([reply.status, reply.code], [404, 'tenancy.not_found']);
});

test('an act that the state of the order does not allow is refused', async () => {
  const { shopper, operator } = border.mall;
  const parcel = { carrier: 'SF', tracking: '1' };
  const one = { lines: [{ lineId: border.atStake.paid.lineId, quantity: 1 }] };
  const WRONG = [409, 'orders.wrong_state'] as const;
  const { orderId } = border.atStake.unpaid;
  await border.allRefused([
    { who: operator, to: `POST /v1/console/orders/${orderId}/ship`, body: parcel, problem: WRONG },
    {
      who: operator,
      to: `POST /v1/console/orders/${border.atStake.shipped}/ship`,
      body: parcel,
      problem: WRONG,
    },
    { who: shopper, to: `POST /v1/orders/${orderId}/receive`, problem: WRONG },
    { who: shopper, to: `POST /v1/orders/${border.atStake.paid.orderId}/receive`, problem: WRONG },
    {
      who: shopper,
      to: `POST /v1/orders/${border.atStake.shipped}/cancel`,
      body: {},
      problem: WRONG,
    },
    {
      ...{ who: operator, to: `POST /v1/console/orders/${orderId}/refunds`, body: one },
      problem: [409, 'aftersale.wrong_state'],
    },
  ]);
});

test('pages that do not exist are refused: cursors, limits, filters', async () => {
  const { shopper } = border.mall;
  const lists = ['/v1/products', '/v1/orders', '/v1/value/activity'];
  await border.allRefused([
    ...lists.flatMap((path): Case[] => [
      { who: shopper, to: `GET ${path}?cursor=abc`, problem: [400, 'http.bad_cursor'] },
      { who: shopper, to: `GET ${path}?limit=0`, problem: INVALID },
      { who: shopper, to: `GET ${path}?limit=101`, problem: INVALID },
      { who: shopper, to: `GET ${path}?limit=ten`, problem: INVALID },
    ]),
    { who: shopper, to: 'GET /v1/orders?state=lost', problem: INVALID },
    { who: shopper, to: 'GET /v1/value/prices?days=0', problem: INVALID },
    { who: shopper, to: 'GET /v1/value/prices?days=1e9', problem: INVALID },
  ]);
});
