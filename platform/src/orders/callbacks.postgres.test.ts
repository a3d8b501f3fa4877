import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { orders, shapes } from '@tuodi/wire';
import { createApp } from '../http/index.ts';
import { sessionOf } from '../identity/index.ts';
import { askGateway, deliverOverHttp, signatureOf, SIMULATOR } from '../payments/index.ts';
import { addOrderRoutes } from './index.ts';
import { TestMall } from './mall.fixture.ts';
import { openShop } from './shop.fixture.ts';
import type { Reply, Shop } from './shop.fixture.ts';

let shop: Shop;
let elsewhere: TestMall;

before(async () => {
  shop = await openShop('callbacks');
  elsewhere = await TestMall.open(shop.database.context, 'elsewhere');
});
after(() => shop.close());

function problemOf(reply: Reply): readonly [number, string] {
  assert.match(reply.headers.get('content-type') ?? '', /application\/problem\+json/);
  return [reply.status, reply.as(shapes.Problem).code];
}

const cny = (amount: string) => ({ amount, asset: 'CNY/2' });

async function openAttempt(): Promise<{ attemptId: string; orderId: string }> {
  const skuId = await shop.mall.sku();
  const checkout = await shop.shopper.post('/v1/checkouts', { lines: [{ skuId, quantity: 1 }] });
  const path = `/v1/payments/${checkout.as(orders.Checkout).payment.id}/attempts`;
  const attempt = await shop.shopper.post(path, { gateway: 'simulator' });
  return {
    attemptId: attempt.as(orders.PaymentAttempt).id,
    orderId: checkout.as(orders.Checkout).orders[0]?.id ?? '',
  };
}

const CALLBACKS = '/v1/gateways/simulator/callbacks';

function callbackFor(attemptId: string, more: object = {}): string {
  return JSON.stringify({
    ...{ id: `g-${attemptId}`, attemptId, kind: 'payment_succeeded' },
    ...{ amount: cny('10000'), at: '2026-01-01T08:00:00Z' },
    ...more,
  });
}

function signed(body: string, tenantId: number = shop.mall.id): Record<string, string> {
  const account = { tenantId, gateway: SIMULATOR };
  return { 'x-signature': signatureOf(shop.database.context, account, body) };
}

test('a callback that is forged, altered, unsigned or signed by another mall changes nothing', async () => {
  const { attemptId, orderId } = await openAttempt();
  const body = callbackFor(attemptId);
  const forgeries: readonly (readonly [string, Record<string, string>])[] = [
    [body, {}],
    [body, { 'x-signature': '' }],
    [body, { 'x-signature': 'f'.repeat(64) }],
    [body, signed(body, elsewhere.id)],
    [callbackFor(attemptId, { id: 'another' }), signed(body)],
    // The same JSON in another spelling is another text.
    [`${body} `, signed(body)],
  ];
  for (const [text, headers] of forgeries) {
    const reply = await shop.stranger.post(CALLBACKS, text, headers);
    assert.deepEqual(problemOf(reply), [401, 'payments.bad_signature']);
  }
  assert.equal(
    (await shop.shopper.get(`/v1/orders/${orderId}`)).as(orders.OrderDetail).state,
    'awaiting_payment',
  );
  const spelled = JSON.stringify(JSON.parse(body), null, 2);
  const genuine = await shop.stranger.post(CALLBACKS, spelled, signed(spelled));
  assert.deepEqual([genuine.status, genuine.body], [200, { outcome: 'accepted' }]);
  assert.equal(
    (await shop.shopper.get(`/v1/orders/${orderId}`)).as(orders.OrderDetail).state,
    'paid',
  );
});

test('a genuine callback of another amount, attempt or refund changes nothing', async () => {
  const { attemptId, orderId } = await openAttempt();
  const wrong: readonly (readonly [string, number, string])[] = [
    [callbackFor(attemptId, { amount: cny('10001') }), 422, 'payments.amount_mismatch'],
    [callbackFor(randomUUID()), 404, 'payments.unknown_attempt'],
    [
      callbackFor(attemptId, { kind: 'refund_succeeded', refundId: randomUUID() }),
      404,
      'payments.unknown_refund',
    ],
    [callbackFor(attemptId, { kind: 'something' }), 400, 'http.invalid'],
    [callbackFor(attemptId, { amount: { amount: '100.5', asset: 'CNY/2' } }), 400, 'http.invalid'],
    ['{', 400, 'http.malformed'],
  ];
  for (const [body, ...problem] of wrong) {
    const reply = await shop.stranger.post(CALLBACKS, body, signed(body));
    assert.deepEqual(problemOf(reply), problem);
  }
  assert.equal(
    (await shop.shopper.get(`/v1/orders/${orderId}`)).as(orders.OrderDetail).state,
    'awaiting_payment',
  );
});

test('paying twice at the cashier: the second payment is refunding, then gone', async () => {
  const { attemptId } = await openAttempt();
  const cashier = `/v1/simulator/payment-attempts/${attemptId}`;
  assert.equal(
    (await shop.shopper.post(cashier, { act: 'pay_twice' })).as(orders.PaymentAttempt).state,
    'succeeded',
  );
  const { context } = shop.database;
  const deliver = deliverOverHttp(context, () => shop.origin);
  assert.equal(await askGateway(context, await shop.mall.tenant(), deliver), 1);
  await shop.mall.assertBooks();
});

test('a production installation has no simulated gateway', async () => {
  const { context } = shop.database;
  const config = { ...context.config, installation: 'production' as const };
  const app = createApp({
    context: { ...context, config },
    sessionOf,
    rooms: [addOrderRoutes(() => shop.origin)],
  });
  const body = callbackFor(randomUUID());
  const reply = await app.request(`/t/callbacks${CALLBACKS}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...signed(body) },
  });
  assert.equal(reply.status, 404);
  assert.match(await reply.text(), /payments\.no_simulator/);
});
