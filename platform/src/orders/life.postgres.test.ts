import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Outcome, Refusal } from '@tuodi/outcome';
import type { Transaction } from '../context.ts';
import { showEconomy } from '../economy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { cancelOrder, receiveOrder, refundOrder, settleDue, shipOrder } from './index.ts';
import { TestMall } from './mall.fixture.ts';
import type { Order } from './order.ts';
import { loadOrder } from './store/orders.ts';

let database: TestDatabase;
let malls = 0;

before(async () => {
  database = await createTestDatabase();
  await database.context.economy.start('always');
});
after(() => database.close());

/** A mall of its own for each test: clocks only go forward. */
async function openMall(): Promise<TestMall> {
  malls += 1;
  return TestMall.open(database.context, `life-${malls}`);
}

async function orderIn(mall: TestMall, orderId: string): Promise<Order> {
  const order = await database.context.transaction(mall.id, (tx) =>
    loadOrder(tx, mall.id, orderId),
  );
  assert.ok(order !== null);
  return order;
}

/** Does an act in a transaction of its own. @returns 'done' or the code of its refusal. */
async function act(
  mall: TestMall,
  does: (tx: Transaction, tenant: Tenant) => Promise<Outcome<unknown, Refusal>>,
): Promise<string> {
  const tenant = await mall.tenant();
  const outcome = await database.context.transaction(mall.id, (tx) => does(tx, tenant));
  return outcome.ok ? 'done' : outcome.refusal.code;
}

function refund(
  mall: TestMall,
  orderId: string,
  lines: readonly { position: number; quantity: bigint }[],
): Promise<string> {
  return act(mall, (tx, tenant) =>
    refundOrder(database.context, tx, tenant, { orderId, scope: {}, lines, reason: 'broken' }),
  );
}

function cancel(mall: TestMall, orderId: string): Promise<string> {
  return act(mall, (tx, tenant) =>
    cancelOrder(database.context, tx, tenant, { orderId, scope: {}, reason: 'changed my mind' }),
  );
}

const parcel = { carrier: 'SF', tracking: 'SF1' };
/** One bottle of 100.00 with a margin of 45.00, received. */
async function receivedBottles(mall: TestMall, quantity: bigint): Promise<string> {
  const skuId = await mall.sku({ stock: 10n });
  const member = await mall.member('shopper');
  const checkout = await mall.received({ member, lines: [{ skuId, quantity }] });
  return checkout.orders[0]?.id ?? '';
}

// 7 days after Thursday 1 January: the midnight that ends Thursday 8 January in Shanghai.
const WINDOW_ENDS = '2026-01-08T16:00:00Z';

test('an order is settled at the local midnight that ends the last day of its window', async () => {
  const mall = await openMall();
  const orderId = await receivedBottles(mall, 1n);
  assert.equal((await orderIn(mall, orderId)).windowEndsAt, WINDOW_ENDS);
  await mall.advance('2026-01-08T15:59:59.000Z');
  assert.equal((await orderIn(mall, orderId)).state, 'return_window');
  await mall.advance(WINDOW_ENDS);
  const order = await orderIn(mall, orderId);
  assert.equal(order.state, 'settled');
  assert.equal(order.settledAt, WINDOW_ENDS);
  const { transferId, ...earned } = order.earned ?? { transferId: null };
  assert.deepEqual(earned, {
    contribution: 3_000n,
    value: 2_100n,
    points: 21n * 10n ** 12n,
    dividendShare: 450n,
    platformShare: 1_050n,
    merchantShare: 5_500n,
  });
  assert.notEqual(transferId, null);
  await mall.assertBooks();
});

test('settling a day twice settles nothing twice', async () => {
  const mall = await openMall();
  await receivedBottles(mall, 1n);
  await mall.advance(WINDOW_ENDS);
  const record = await showEconomy(database.context, mall.id);
  assert.equal(await settleDue(database.context, await mall.tenant(), '2026-01-08'), 0);
  await database.context.economy.drain(mall.id);
  assert.deepEqual(await showEconomy(database.context, mall.id), record);
});

test('orders settle by the end of their window, then by number', async () => {
  const mall = await openMall();
  const skuId = await mall.sku();
  const ids: string[] = [];
  for (const name of ['ann', 'bob', 'cho']) {
    const member = await mall.member(name);
    const checkout = await mall.received({ member, lines: [{ skuId, quantity: 1n }] });
    ids.push(checkout.orders[0]?.id ?? '');
  }
  await mall.advance(WINDOW_ENDS);
  const settled = await database.context.transaction(mall.id, (tx) =>
    tx.query<{ source_id: string }>(
      `select source_id
       from economy_log
       where tenant_id = $1 and source_type = 'order_settled'
       order by seq`,
      [mall.id],
    ),
  );
  assert.deepEqual(
    settled.map((row) => row.source_id),
    ids,
  );
});

test('each act needs its state', async () => {
  const mall = await openMall();
  const { context } = database;
  const skuId = await mall.sku();
  const member = await mall.member('shopper');
  const lines = [{ skuId, quantity: 1n }];
  const checkout = await mall.placed({ member, lines });
  const orderId = checkout.orders[0]?.id ?? '';
  const order = { orderId, scope: {} };
  const ship = () => act(mall, (tx, t) => shipOrder(context, tx, t, { ...order, ...parcel }));
  const receive = () => act(mall, (tx, t) => receiveOrder(context, tx, t, order));
  const back = () => refund(mall, orderId, [{ position: 1, quantity: 1n }]);

  assert.deepEqual(
    [await ship(), await receive(), await back()],
    ['orders.wrong_state', 'orders.wrong_state', 'aftersale.wrong_state'],
  );
  assert.ok((await mall.confirm(await mall.attempt(checkout))).ok);
  assert.deepEqual([await receive(), await ship()], ['orders.wrong_state', 'done']);
  assert.deepEqual(
    [await ship(), await cancel(mall, orderId)],
    Array(2).fill('orders.wrong_state'),
  );
  assert.deepEqual([await receive(), await receive()], ['done', 'orders.wrong_state']);
  assert.deepEqual([await back(), await back()], ['done', 'aftersale.wrong_state']);
  await mall.assertBooks();
});

test('orders of others, and ids that are none of ours, do not exist', async () => {
  const mall = await openMall();
  const elsewhere = await openMall();
  const orderId = await receivedBottles(elsewhere, 1n);
  const { context } = database;
  const acts = (scope: object, id: string) => [
    act(mall, (tx, t) => shipOrder(context, tx, t, { orderId: id, scope, ...parcel })),
    act(mall, (tx, t) => receiveOrder(context, tx, t, { orderId: id, scope })),
    act(mall, (tx, t) => cancelOrder(context, tx, t, { orderId: id, scope, reason: '' })),
    act(mall, (tx, t) =>
      refundOrder(context, tx, t, { orderId: id, scope, lines: [], reason: '' }),
    ),
  ];
  const own = await receivedBottles(mall, 1n);
  const codes = await Promise.all([
    ...acts({}, orderId),
    ...acts({}, context.random.uuid()),
    ...acts({ member: 999n }, own),
    ...acts({ merchant: mall.merchants[1] }, own),
  ]);
  assert.deepEqual(codes, Array(16).fill('orders.unknown_order'));
});

test('cancelling an unpaid order closes its checkout; its pieces are free', async () => {
  const mall = await openMall();
  const member = await mall.member('shopper');
  const one = await mall.sku({ stock: 5n, merchant: mall.merchants[0] });
  const other = await mall.sku({ stock: 5n, merchant: mall.merchants[1] });
  const lines = [one, other].map((skuId) => ({ skuId, quantity: 2n }));
  const checkout = await mall.placed({ member, lines });
  const [first, second] = checkout.orders.map((order) => order.id);
  assert.equal(await cancel(mall, first ?? ''), 'done');
  for (const id of [first, second]) {
    assert.equal((await orderIn(mall, id ?? '')).state, 'closed');
  }
  assert.deepEqual([await mall.available(one), await mall.available(other)], [5n, 5n]);
  assert.equal(await cancel(mall, first ?? ''), 'orders.wrong_state');
  await mall.assertBooks();
});

test('cancelling a paid order gives all of it back, pieces too', async () => {
  const mall = await openMall();
  const member = await mall.member('shopper');
  const skuId = await mall.sku({ stock: 5n });
  const checkout = await mall.paid({ member, lines: [{ skuId, quantity: 2n }] });
  const orderId = checkout.orders[0]?.id ?? '';
  assert.equal(await mall.available(skuId), 3n);
  assert.equal(await cancel(mall, orderId), 'done');
  const order = await orderIn(mall, orderId);
  assert.deepEqual([order.state, order.refunded], ['refunded', 20_000n]);
  assert.equal(await mall.available(skuId), 5n);
  await mall.assertBooks();
  // Nothing is left to settle, and the gateway has paid the money out.
  await mall.advance('2026-01-09T16:00:00.000Z');
  assert.equal((await orderIn(mall, orderId)).state, 'refunded');
  await mall.assertBooks();
});

test('a part of one order of a payment goes back, the other order goes on', async () => {
  const mall = await openMall();
  const member = await mall.member('shopper');
  const one = await mall.sku({ merchant: mall.merchants[0] });
  const other = await mall.sku({ merchant: mall.merchants[1] });
  const lines = [one, other].map((skuId) => ({ skuId, quantity: 2n }));
  const checkout = await mall.received({ member, lines });
  const [first, second] = checkout.orders.map((order) => order.id);
  assert.equal(await refund(mall, first ?? '', [{ position: 1, quantity: 1n }]), 'done');
  await mall.advance(WINDOW_ENDS);
  const orders = [await orderIn(mall, first ?? ''), await orderIn(mall, second ?? '')];
  assert.deepEqual(
    orders.map(({ state, refunded, earned }) => [state, refunded, earned?.contribution]),
    [
      ['settled', 10_000n, 3_000n],
      ['settled', 0n, 6_000n],
    ],
  );
  await mall.assertBooks();
});

test('after settlement the same verb takes points back and is marked late', async () => {
  const mall = await openMall();
  const orderId = await receivedBottles(mall, 2n);
  await mall.advance(WINDOW_ENDS);
  assert.equal((await orderIn(mall, orderId)).state, 'settled');
  assert.equal(await refund(mall, orderId, [{ position: 1, quantity: 1n }]), 'done');
  await database.context.economy.drain(mall.id);
  const half = await orderIn(mall, orderId);
  assert.deepEqual([half.state, half.refunded], ['settled', 10_000n]);
  const refunds = await database.context.transaction(mall.id, (tx) =>
    tx.query<{ late: boolean }>('select late from refunds where tenant_id = $1', [mall.id]),
  );
  assert.deepEqual(refunds, [{ late: true }]);
  await mall.assertBooks();
  assert.equal(await refund(mall, orderId, [{ position: 1, quantity: 1n }]), 'done');
  assert.equal((await orderIn(mall, orderId)).state, 'refunded');
  await mall.advance('2026-01-08T17:00:00.000Z');
  await mall.assertBooks();
});

test('nothing goes back that was not bought, and nothing twice', async () => {
  const mall = await openMall();
  const orderId = await receivedBottles(mall, 2n);
  const codes = [
    await refund(mall, orderId, [{ position: 1, quantity: 3n }]),
    await refund(mall, orderId, [{ position: 2, quantity: 1n }]),
    await refund(mall, orderId, [{ position: 0, quantity: 1n }]),
    await refund(mall, orderId, [{ position: 1, quantity: 1n }]),
    await refund(mall, orderId, [{ position: 1, quantity: 2n }]),
  ];
  assert.deepEqual(codes, [
    'aftersale.nothing_left',
    'aftersale.unknown_line',
    'aftersale.unknown_line',
    'done',
    'aftersale.nothing_left',
  ]);
  await mall.assertBooks();
});

test('ten refunds at once of five pieces give five back', async () => {
  const mall = await openMall();
  const orderId = await receivedBottles(mall, 5n);
  const codes = await Promise.all(
    Array.from({ length: 10 }, () => refund(mall, orderId, [{ position: 1, quantity: 1n }])),
  );
  assert.equal(codes.filter((code) => code === 'done').length, 5);
  assert.equal((await orderIn(mall, orderId)).refunded, 50_000n);
  await mall.assertBooks();
});

test('an order that is refunded while it settles is refunded late, after its settlement', async () => {
  // A program that does not write yet: the settlement waits in the inbox.
  const quiet = await createTestDatabase();
  const { context } = quiet;
  const mall = await TestMall.open(context, 'quiet');
  const skuId = await mall.sku();
  const member = await mall.member('shopper');
  const checkout = await mall.received({ member, lines: [{ skuId, quantity: 1n }] });
  const orderId = checkout.orders[0]?.id ?? '';
  const tenant = await mall.tenant();
  const read = () => context.transaction(mall.id, (tx) => loadOrder(tx, mall.id, orderId));
  assert.equal(await settleDue(context, tenant, '2026-01-08'), 1);
  const lines = [{ position: 1, quantity: 1n }];
  const refunded = await context.transaction(mall.id, (tx) =>
    refundOrder(context, tx, tenant, { orderId, scope: {}, lines, reason: '' }),
  );
  assert.ok(refunded.ok && refunded.value.late);
  assert.equal((await read())?.state, 'settling');
  await context.economy.start('on demand');
  await mall.assertBooks();
  const order = await read();
  assert.equal(order?.state, 'refunded');
  assert.equal(order?.refundedAt, refunded.value.at.replace('.000Z', 'Z'));
  assert.equal(order?.earned?.contribution, 3_000n);
  await quiet.close();
});
