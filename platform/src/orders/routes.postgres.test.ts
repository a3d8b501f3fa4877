import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { orders, shapes } from '@tuodi/wire';
import { createApp } from '../http/index.ts';
import { sessionOf } from '../identity/index.ts';
import { askGateway, deliverOverHttp, signatureOf, SIMULATOR } from '../payments/index.ts';
import { advanceClock } from '../jobs/index.ts';
import { addOrderRoutes } from './index.ts';
import { TestMall } from './mall.fixture.ts';
import { buy, openShop } from './shop.fixture.ts';
import type { Reply, Shop } from './shop.fixture.ts';

let shop: Shop;
let elsewhere: TestMall;

before(async () => {
  shop = await openShop('orders');
  elsewhere = await TestMall.open(shop.database.context, 'elsewhere');
});
after(() => shop.close());

function problemOf(reply: Reply): readonly [number, string] {
  assert.match(reply.headers.get('content-type') ?? '', /application\/problem\+json/);
  return [reply.status, reply.as(shapes.Problem).code];
}

const cny = (amount: string) => ({ amount, asset: 'CNY/2' });

test('one purchase from the shelf to its settlement and back, over HTTP', async () => {
  const { context } = shop.database;
  const mall = shop.mall;
  const skuId = await mall.sku({ stock: 10n });
  const lines = [{ skuId, quantity: 2 }];

  const preview = await shop.stranger.post('/v1/checkouts/preview', { lines });
  assert.deepEqual(preview.as(orders.CheckoutPreview).total, cny('20000'));
  assert.deepEqual(preview.as(orders.CheckoutPreview).earning.contribution, cny('6000'));
  assert.equal(preview.as(orders.CheckoutPreview).lines[0]?.title, 'Rice wine');

  const input = { lines, expectedTotal: cny('20000') };
  const checkout = await shop.shopper.post('/v1/checkouts', input);
  assert.equal(checkout.status, 201);
  assert.equal(checkout.as(orders.Checkout).payment.state, 'open');
  const [order] = checkout.as(orders.Checkout).orders;
  const { id: orderId, number } = order ?? { id: '', number: '' };
  assert.match(number, /^20260101-\d{6}$/);

  const attempts = `/v1/payments/${checkout.as(orders.Checkout).payment.id}/attempts`;
  const attempt = await shop.shopper.post(attempts, { gateway: 'simulator' });
  assert.equal(
    attempt.as(orders.PaymentAttempt).cashierUrl,
    `/t/orders/cashier/${attempt.as(orders.PaymentAttempt).id}`,
  );
  assert.deepEqual(attempt.as(orders.PaymentAttempt).orders, [{ id: orderId, number }]);
  const cashier = `/v1/simulator/payment-attempts/${attempt.as(orders.PaymentAttempt).id}`;
  assert.equal(
    (await shop.shopper.post(cashier, { act: 'fail' })).as(orders.PaymentAttempt).state,
    'failed',
  );
  assert.equal(
    (await shop.shopper.post(cashier, { act: 'pay' })).as(orders.PaymentAttempt).state,
    'succeeded',
  );
  const paid = await shop.shopper.get(`/v1/checkouts/${checkout.as(orders.Checkout).id}`);
  assert.equal(paid.as(orders.Checkout).payment.state, 'paid');

  const ship = { carrier: 'SF', tracking: 'SF123' };
  const shipped = await shop.merchant.post(`/v1/console/orders/${orderId}/ship`, ship);
  assert.deepEqual(
    [shipped.as(orders.OrderDetail).state, shipped.as(orders.OrderDetail).shipment],
    ['shipped', ship],
  );
  const received = await shop.shopper.post(`/v1/orders/${orderId}/receive`, '');
  assert.equal(received.as(orders.OrderDetail).state, 'return_window');
  assert.equal(received.as(orders.OrderDetail).windowEndsAt, '2026-01-08T16:00:00Z');
  assert.deepEqual(
    received.as(orders.OrderDetail).timeline.map((entry) => [entry.what, entry.future]),
    [
      ['placed', false],
      ['paid', false],
      ['shipped', false],
      ['received', false],
      ['window_ends', true],
      ['settled', true],
    ],
  );
  const deliver = deliverOverHttp(context, () => shop.origin);
  const moved = await advanceClock(context, await mall.tenant(), {
    to: '2026-01-08T16:00:00.000Z',
    deliver,
  });
  assert.ok(moved.ok);
  const settled = await shop.shopper.get(`/v1/orders/${orderId}`);
  assert.equal(settled.as(orders.OrderDetail).state, 'settled');
  assert.deepEqual(settled.as(orders.OrderDetail).earned?.points, {
    amount: '42000000000000',
    asset: 'GROWTH/12',
  });
  assert.deepEqual(settled.as(orders.OrderDetail).earned?.merchantShare, cny('11000'));

  const lineId = settled.as(orders.OrderDetail).lines[0]?.id ?? '';
  const refunded = await shop.merchant.post(`/v1/console/orders/${orderId}/refunds`, {
    lines: [{ lineId: lineId.toUpperCase(), quantity: 1 }],
    reason: 'broken',
  });
  assert.equal(refunded.status, 201);
  assert.deepEqual(
    [
      refunded.as(orders.Refund).state,
      refunded.as(orders.Refund).late,
      refunded.as(orders.Refund).amount,
    ],
    ['pending', true, cny('10000')],
  );
  await context.economy.drain(mall.id);
  await askGateway(context, await mall.tenant(), deliver);
  const after = await shop.shopper.get(`/v1/orders/${orderId}`);
  assert.deepEqual(
    after.as(orders.OrderDetail).refunds.map((refund) => refund.state),
    ['confirmed'],
  );
  assert.deepEqual(
    after.as(orders.OrderDetail).transfers.map((transfer) => transfer.kind),
    ['payment_confirmed', 'order_settled', 'order_refunded_late', 'refund_confirmed'],
  );
  for (const { id } of after.as(orders.OrderDetail).transfers) {
    assert.equal((await shop.shopper.get(`/v1/transfers/${id}`)).as(orders.Transfer).id, id);
    assert.equal((await shop.operator.get(`/v1/transfers/${id}`)).status, 200);
    assert.deepEqual(problemOf(await shop.other.get(`/v1/transfers/${id}`)), [
      404,
      'ledger.unknown_transfer',
    ]);
  }
  await mall.assertBooks();
});

test('one key sent 50 times at once is one checkout with one answer', async () => {
  const skuId = await shop.mall.sku({ stock: 100n });
  const input = { lines: [{ skuId, quantity: 1 }] };
  const headers = { 'idempotency-key': randomUUID() };
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => shop.shopper.post('/v1/checkouts', input, headers)),
  );
  assert.ok(replies.every((reply) => reply.status === 201));
  assert.equal(new Set(replies.map((reply) => JSON.stringify(reply.body))).size, 1);
  const hits = replies.filter((reply) => reply.headers.get('idempotency-hit') === 'true');
  assert.equal(hits.length, 49);
  assert.equal(await shop.mall.available(skuId), 99n);
  const changed = { lines: [{ skuId, quantity: 2 }] };
  assert.deepEqual(problemOf(await shop.shopper.post('/v1/checkouts', changed, headers)), [
    422,
    'idempotency.key_reused',
  ]);
});

test('acts on an order are done once for a key, also when the state has moved on', async () => {
  const skuId = await shop.mall.sku();
  const orderId = await buy(shop.shopper, [{ skuId, quantity: 1 }]);
  const path = `/v1/console/orders/${orderId}/ship`;
  const headers = { 'idempotency-key': randomUUID() };
  const input = { carrier: 'SF', tracking: 'SF1' };
  const first = await shop.operator.post(path, input, headers);
  const again = await shop.operator.post(path, input, headers);
  assert.deepEqual([again.status, again.body], [200, first.body]);
  assert.deepEqual(problemOf(await shop.operator.post(path, input)), [409, 'orders.wrong_state']);
});

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

test('somebody else’s checkouts, payments and orders do not exist, nor do those of another mall', async () => {
  const skuId = await shop.mall.sku();
  const lines = [{ skuId, quantity: 1 }];
  const checkout = await shop.shopper.post('/v1/checkouts', { lines });
  const { id: checkoutId, payment, orders: placed } = checkout.as(orders.Checkout);
  const attempt = await shop.shopper.post(`/v1/payments/${payment.id}/attempts`, {
    gateway: 'simulator',
  });
  const orderId = placed[0]?.id ?? '';
  const foreigner = await shop.signIn(elsewhere, '+8613800000001');
  const tries = async (who: typeof shop.other): Promise<(readonly [number, string])[]> =>
    (
      await Promise.all([
        who.get(`/v1/checkouts/${checkoutId}`),
        who.post(`/v1/payments/${payment.id}/attempts`, { gateway: 'simulator' }),
        who.get(`/v1/payment-attempts/${attempt.as(orders.PaymentAttempt).id}`),
        who.post(`/v1/simulator/payment-attempts/${attempt.as(orders.PaymentAttempt).id}`, {
          act: 'pay',
        }),
        who.get(`/v1/orders/${orderId}`),
        who.post(`/v1/orders/${orderId}/cancel`, {}),
        who.post(`/v1/orders/${orderId}/receive`, ''),
      ])
    ).map(problemOf);
  for (const who of [shop.other, foreigner]) {
    assert.deepEqual(await tries(who), [
      [404, 'orders.unknown_checkout'],
      [404, 'payments.unknown_payment'],
      [404, 'payments.unknown_attempt'],
      [404, 'payments.unknown_attempt'],
      [404, 'orders.unknown_order'],
      [404, 'orders.unknown_order'],
      [404, 'orders.unknown_order'],
    ]);
  }
  const inConsole = await Promise.all([
    shop.rival.get(`/v1/console/orders/${orderId}`),
    shop.rival.post(`/v1/console/orders/${orderId}/ship`, { carrier: 'a', tracking: 'b' }),
    shop.rival.post(`/v1/console/orders/${orderId}/refunds`, {
      lines: [{ lineId: randomUUID(), quantity: 1 }],
    }),
  ]);
  for (const reply of inConsole) assert.deepEqual(problemOf(reply), [404, 'orders.unknown_order']);
  assert.equal((await shop.merchant.get(`/v1/console/orders/${orderId}`)).status, 200);
});

test('strangers are asked to sign in, members are kept out of the console', async () => {
  const id = randomUUID();
  for (const path of ['/v1/orders', `/v1/orders/${id}`, `/v1/transfers/${id}`]) {
    assert.deepEqual(problemOf(await shop.stranger.get(path)), [401, 'identity.not_signed_in']);
  }
  const lines = [{ skuId: id, quantity: 1 }];
  assert.deepEqual(problemOf(await shop.stranger.post('/v1/checkouts', { lines })), [
    401,
    'identity.not_signed_in',
  ]);
  for (const reply of [
    await shop.shopper.get('/v1/console/orders'),
    await shop.shopper.get(`/v1/console/orders/${id}`),
    await shop.shopper.post(`/v1/console/orders/${id}/ship`, { carrier: 'a', tracking: 'b' }),
  ]) {
    assert.deepEqual(problemOf(reply), [403, 'identity.role_missing']);
  }
});

test('each bad input of a checkout gets its problem and changes nothing', async () => {
  const skuId = await shop.mall.sku({ stock: 5n });
  const line = { skuId, quantity: 1 };
  const cases: readonly (readonly [unknown, number, string])[] = [
    ['{"lines":', 400, 'http.malformed'],
    [{}, 400, 'http.invalid'],
    [{ lines: [] }, 400, 'http.invalid'],
    [{ lines: [{ skuId: 'x', quantity: 1 }] }, 400, 'http.invalid'],
    [{ lines: [{ ...line, quantity: 0 }] }, 400, 'http.invalid'],
    [{ lines: [{ ...line, quantity: -1 }] }, 400, 'http.invalid'],
    [{ lines: [{ ...line, quantity: 1.5 }] }, 400, 'http.invalid'],
    [{ lines: [{ ...line, quantity: 1e300 }] }, 400, 'http.invalid'],
    [{ lines: Array.from({ length: 2001 }, () => line) }, 400, 'http.invalid'],
    [{ lines: [line], expectedTotal: cny('100.5') }, 400, 'http.invalid'],
    [{ lines: [line], expectedTotal: { amount: '10000', asset: 'USD/2' } }, 400, 'http.invalid'],
    [{ lines: [line], expectedTotal: cny('-1') }, 409, 'orders.price_changed'],
    [{ lines: [line], expectedTotal: cny('9'.repeat(30)) }, 409, 'orders.price_changed'],
    [{ lines: [{ ...line, skuId: randomUUID() }] }, 404, 'catalog.unknown_sku'],
    [{ lines: [{ ...line, quantity: 6 }] }, 409, 'stock.not_enough'],
    [{ lines: [line], referrer: '999999' }, 422, 'orders.unknown_referrer'],
    [{ lines: [line], referrer: 'me' }, 422, 'orders.unknown_referrer'],
  ];
  for (const [input, ...problem] of cases) {
    const reply = await shop.shopper.post('/v1/checkouts', input);
    assert.deepEqual(problemOf(reply), problem, JSON.stringify(input).slice(0, 100));
  }
  assert.equal(await shop.mall.available(skuId), 5n);
  const changed = await shop.shopper.post('/v1/checkouts', {
    lines: [line],
    expectedTotal: cny('1'),
  });
  assert.match(changed.as(shapes.Problem).detail, /10000/);
});

test('a referrer is a member of the mall and not the buyer', async () => {
  const skuId = await shop.mall.sku();
  const lines = [{ skuId, quantity: 1 }];
  const me = (await shop.shopper.get('/v1/orders?limit=1')).as(orders.OrderPage).items[0]
    ?.memberNumber;
  const self = await shop.shopper.post('/v1/checkouts', { lines, referrer: me });
  assert.deepEqual(problemOf(self), [422, 'orders.self_referral']);
  const friend = await shop.other.post('/v1/checkouts', { lines, referrer: me });
  assert.equal(friend.status, 201);
});

test('a total that no checkout may be is refused over HTTP too', async () => {
  const skuId = await shop.mall.sku({ price: 100_000_000_000n, stock: 1_000_000n });
  const reply = await shop.shopper.post('/v1/checkouts', {
    lines: [{ skuId, quantity: 1_000_000 }],
  });
  assert.deepEqual(problemOf(reply), [422, 'orders.total_too_large']);
});

test('a paid or closed payment takes no further attempt', async () => {
  const skuId = await shop.mall.sku();
  const checkout = await shop.shopper.post('/v1/checkouts', { lines: [{ skuId, quantity: 1 }] });
  const orderId = checkout.as(orders.Checkout).orders[0]?.id ?? '';
  const attempts = `/v1/payments/${checkout.as(orders.Checkout).payment.id}/attempts`;
  const cancelled = await shop.shopper.post(`/v1/orders/${orderId}/cancel`, { reason: 'no' });
  assert.equal(cancelled.as(orders.OrderDetail).state, 'closed');
  const reply = await shop.shopper.post(attempts, { gateway: 'simulator' });
  assert.deepEqual(problemOf(reply), [409, 'payments.not_open']);
});

test('each bad refund gets its problem', async () => {
  const skuId = await shop.mall.sku();
  const checkout = await shop.shopper.post('/v1/checkouts', { lines: [{ skuId, quantity: 2 }] });
  const unpaid = `/v1/console/orders/${checkout.as(orders.Checkout).orders[0]?.id ?? ''}/refunds`;
  const orderId = await buy(shop.shopper, [{ skuId, quantity: 2 }]);
  const detail = await shop.operator.get(`/v1/console/orders/${orderId}`);
  const lineId = detail.as(orders.OrderDetail).lines[0]?.id ?? '';
  const path = `/v1/console/orders/${orderId}/refunds`;
  const cases: readonly (readonly [string, object, number, string])[] = [
    [unpaid, { lines: [{ lineId, quantity: 1 }] }, 409, 'aftersale.wrong_state'],
    [path, { lines: [{ lineId: randomUUID(), quantity: 1 }] }, 404, 'aftersale.unknown_line'],
    [path, { lines: [{ lineId, quantity: 3 }] }, 422, 'aftersale.nothing_left'],
    [path, { lines: [{ lineId, quantity: 0 }] }, 400, 'http.invalid'],
    [path, { lines: [] }, 400, 'http.invalid'],
  ];
  for (const [to, input, ...problem] of cases) {
    assert.deepEqual(problemOf(await shop.operator.post(to, input)), problem);
  }
});

test('lists go newest first, page by page, and are searched by state, order and member', async () => {
  const skuId = await shop.mall.sku();
  const own = await shop.signIn(shop.mall, '+8613800000009');
  for (let n = 0; n < 5; n += 1) {
    await own.post('/v1/checkouts', { lines: [{ skuId, quantity: 1 }] });
  }
  await buy(own, [{ skuId, quantity: 1 }]);
  const numbers: string[] = [];
  for (let cursor = ''; ;) {
    const page = await own.get(`/v1/orders?limit=4${cursor}`);
    numbers.push(...page.as(orders.OrderPage).items.map((item) => item.number));
    if (page.as(orders.OrderPage).nextCursor === null) break;
    cursor = `&cursor=${page.as(orders.OrderPage).nextCursor}`;
  }
  assert.equal(numbers.length, 6);
  assert.deepEqual(numbers, numbers.toSorted().toReversed());
  const paid = await own.get('/v1/orders?state=paid');
  assert.deepEqual(
    [paid.as(orders.OrderPage).items.length, paid.as(orders.OrderPage).items[0]?.lines.length],
    [1, 1],
  );
  const [first] = paid.as(orders.OrderPage).items;
  assert.ok(first !== undefined);
  const byNumber = await shop.operator.get(`/v1/console/orders?q=${first.number}`);
  assert.deepEqual(byNumber.as(orders.OrderPage).items, [first]);
  const byMember = await shop.merchant.get(`/v1/console/orders?q=${first.memberNumber}`);
  assert.equal(byMember.as(orders.OrderPage).items.length, 6);
  assert.equal((await shop.rival.get('/v1/console/orders')).as(orders.OrderPage).items.length, 0);
  assert.deepEqual(problemOf(await own.get('/v1/orders?cursor=abc')), [400, 'http.bad_cursor']);
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
  const reply = await app.request(`/t/orders${CALLBACKS}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...signed(body) },
  });
  assert.equal(reply.status, 404);
  assert.match(await reply.text(), /payments\.no_simulator/);
});
