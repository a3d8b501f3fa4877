import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { orders, shapes } from '@tuodi/wire';
import { askGateway, deliverOverHttp } from '../payments/index.ts';
import { advanceClock } from '../jobs/index.ts';
import { buy, openShop } from './shop.fixture.ts';
import type { Reply, Shop } from './shop.fixture.ts';

let shop: Shop;

before(async () => {
  shop = await openShop('orders');
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
  const theirs = (await own.get('/v1/orders?limit=2')).as(orders.OrderPage).nextCursor;
  for (const path of ['/v1/orders', '/v1/console/orders']) {
    const elsewhere = await shop.operator.get(`${path}?cursor=${String(theirs)}`);
    assert.deepEqual(problemOf(elsewhere), [400, 'http.bad_cursor']);
  }
});
