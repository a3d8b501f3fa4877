import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { orders, shapes } from '@tuodi/wire';
import { TestMall } from './mall.fixture.ts';
import { buy, openShop } from './shop.fixture.ts';
import type { Reply, Shop } from './shop.fixture.ts';

let shop: Shop;
let elsewhere: TestMall;

before(async () => {
  shop = await openShop('refusals');
  elsewhere = await TestMall.open(shop.database.context, 'elsewhere');
});
after(() => shop.close());

function problemOf(reply: Reply): readonly [number, string] {
  assert.match(reply.headers.get('content-type') ?? '', /application\/problem\+json/);
  return [reply.status, reply.as(shapes.Problem).code];
}

const cny = (amount: string) => ({ amount, asset: 'CNY/2' });

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
