import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fen } from '@tuodi/amount';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { TestMall } from './mall.fixture.ts';
import { loadLines } from './store/lines.ts';
import { loadOrder } from './store/orders.ts';

let database: TestDatabase;
let mall: TestMall;
let member: bigint;

before(async () => {
  database = await createTestDatabase();
  await database.context.economy.start('on demand');
  mall = await TestMall.open(database.context, 'checkouts');
  member = await mall.member('shopper');
});
after(() => database.close());

async function refusalOf(input: Parameters<TestMall['place']>[0]): Promise<object> {
  const outcome = await mall.place(input);
  assert.ok(!outcome.ok);
  return outcome.refusal;
}

function read<Result>(
  load: (tx: Parameters<typeof loadLines>[0], id: string) => Promise<Result>,
  orderId: string,
): Promise<Result> {
  return database.context.transaction(mall.id, (tx) => load(tx, orderId));
}

test('the server prices every line and freezes price, supply price and margin', async () => {
  const supplied = await mall.sku({ price: 10_000n });
  const shared = await mall.sku({ price: 255n, supply: { kind: 'margin', basisPoints: 4_500n } });
  const placed = await mall.placed({
    member,
    lines: [
      { skuId: supplied, quantity: 2n },
      { skuId: shared, quantity: 6n },
      { skuId: supplied, quantity: 1n },
    ],
  });
  assert.equal(placed.total, 31_530n);
  const [order] = placed.orders;
  assert.ok(order !== undefined && placed.orders.length === 1);
  assert.deepEqual([order.amount, order.margin, order.lineCount], [31_530n, 14_188n, 3]);
  const lines = await read((tx, id) => loadLines(tx, mall.id, id), order.id);
  assert.deepEqual(
    lines.map(({ position, skuId, quantity, price, supplyPrice, amount, margin }) => [
      ...[position, skuId, quantity, price, supplyPrice, amount, margin],
    ]),
    [
      [1, supplied, 2n, 10_000n, 5_500n, 20_000n, 9_000n],
      [2, shared, 6n, 255n, null, 1_530n, 688n],
      [3, supplied, 1n, 10_000n, 5_500n, 10_000n, 4_500n],
    ],
  );
});

test('a checkout of two merchants is two orders under one payment, numbered by the local day', async () => {
  const one = await mall.sku({ merchant: mall.merchants[0], price: 300n, supply: free });
  const other = await mall.sku({ merchant: mall.merchants[1], price: 500n, supply: free });
  const placed = await mall.placed({
    member,
    lines: [
      { skuId: other, quantity: 1n },
      { skuId: one, quantity: 2n },
      { skuId: other, quantity: 1n },
    ],
  });
  assert.equal(placed.payment.amount, 1_600n);
  const orders = await Promise.all(
    placed.orders.map(({ id }) => read((tx, orderId) => loadOrder(tx, mall.id, orderId), id)),
  );
  assert.deepEqual(
    orders.map((order) => [order?.merchant, order?.amount, order?.state, order?.paymentId]),
    [
      [mall.merchants[1], 1_000n, 'awaiting_payment', placed.payment.id],
      [mall.merchants[0], 600n, 'awaiting_payment', placed.payment.id],
    ],
  );
  const numbers = orders.map((order) => order?.number ?? '');
  for (const number of numbers) assert.match(number, /^20260101-\d{6}$/);
  assert.equal(Number(numbers[1]?.slice(9)) - Number(numbers[0]?.slice(9)), 1);
});

const free = { kind: 'margin', basisPoints: 0n } as const;

test('another total than the shopper saw is refused with the new one', async () => {
  const skuId = await mall.sku({ price: 9_900n });
  const lines = [{ skuId, quantity: 1n }];
  const refusal = await refusalOf({ member, lines, expectedTotal: fen(8_900n) });
  assert.deepEqual(refusal, { code: 'orders.price_changed', total: 9_900n });
  assert.equal(await mall.available(skuId), 100n);
  await mall.placed({ member, lines, expectedTotal: fen(9_900n) });
});

test('an unknown SKU, and one of another tenant, are refused', async () => {
  const other = await TestMall.open(database.context, 'other');
  for (const skuId of [await other.sku(), database.context.random.uuid()]) {
    const refusal = await refusalOf({ member, lines: [{ skuId, quantity: 1n }] });
    assert.deepEqual(refusal, { code: 'catalog.unknown_sku', skuId });
  }
});

test('a total beyond a hundred billion yuan is refused', async () => {
  const skuId = await mall.sku({ price: 100_000_000_000n, stock: 1_000_000n });
  assert.ok((await mall.place({ member, lines: [{ skuId, quantity: 100n }] })).ok);
  const refusal = await refusalOf({ member, lines: [{ skuId, quantity: 101n }] });
  assert.deepEqual(refusal, { code: 'orders.total_too_large' });
});

test('nobody refers themselves', async () => {
  const skuId = await mall.sku();
  const refusal = await refusalOf({
    member,
    referrer: member,
    lines: [{ skuId, quantity: 1n }],
  });
  assert.deepEqual(refusal, { code: 'orders.self_referral' });
});

test('more pieces than there are is refused, and nothing is written', async () => {
  const skuId = await mall.sku({ stock: 2n });
  const refusal = await refusalOf({ member, lines: [{ skuId, quantity: 3n }] });
  assert.deepEqual(refusal, { code: 'stock.not_enough', skuId, available: 2n });
  const orders = await database.context.transaction(mall.id, (tx) =>
    tx.query('select from order_lines where tenant_id = $1 and sku_id = $2', [mall.id, skuId]),
  );
  assert.equal(orders.length, 0);
  await mall.assertBooks();
});

test('a checkout of 1,100 lines is placed and paid like any other', async () => {
  const skus = await Promise.all(
    Array.from({ length: 20 }, (_, index) => mall.sku({ price: BigInt(index + 1), supply: free })),
  );
  const lines = Array.from({ length: 1_100 }, (_, index) => ({
    skuId: skus[index % 20] ?? '',
    quantity: 1n,
  }));
  const placed = await mall.paid({ member, lines });
  assert.equal(placed.total, 11_550n);
  assert.equal(await mall.available(skus[0] ?? ''), 45n);
  await mall.assertBooks();
});

test('ids that are derived make the same checkout in another database', async () => {
  const ids: string[] = [];
  const skuId = await mall.sku();
  await mall.placed({
    member,
    lines: [{ skuId, quantity: 1n }],
    newId: (kind, part = '') => {
      ids.push(`${kind} ${part}`.trim());
      return database.context.random.uuid();
    },
  });
  assert.deepEqual(ids, ['checkout', 'payment', `order ${mall.merchants[0]}`]);
});
