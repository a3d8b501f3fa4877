import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestMall } from '../orders/mall.fixture.ts';
import { violatedConstraint } from '../postgres/index.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { confirmReservation, putBack, releaseReservation, reserve } from './index.ts';

let database: TestDatabase;
let mall: TestMall;

before(async () => {
  database = await createTestDatabase();
  await database.context.economy.start('on demand');
  mall = await TestMall.open(database.context, 'stock');
});
after(() => database.close());

const EXPIRES = '2026-01-01T08:15:00.000Z';

async function hold(pieces: readonly { skuId: string; quantity: bigint }[]) {
  const id = database.context.random.uuid();
  const outcome = await database.context.transaction(mall.id, (tx) =>
    reserve(tx, mall.id, { id, pieces, expiresAt: EXPIRES }),
  );
  return { id, outcome };
}

interface Level {
  readonly on_hand: bigint;
  readonly available: bigint;
  readonly reserved: bigint;
}

async function levelOf(skuId: string): Promise<Level | undefined> {
  return database.context.transaction(mall.id, (tx) =>
    tx.first<Level & Record<string, unknown>>(
      `select on_hand, available, reserved
       from stock_levels
       where tenant_id = $1 and sku_id = $2`,
      [mall.id, skuId],
    ),
  );
}

test('200 checkouts at once of 50 pieces: exactly 50 get one', async () => {
  const skuId = await mall.sku({ stock: 50n });
  const all = await Promise.all(Array.from({ length: 200 }, () => hold([{ skuId, quantity: 1n }])));
  assert.equal(all.filter(({ outcome }) => outcome.ok).length, 50);
  for (const { outcome } of all) {
    if (!outcome.ok) {
      assert.deepEqual(outcome.refusal, { code: 'stock.not_enough', skuId, available: 0n });
    }
  }
  assert.deepEqual(await levelOf(skuId), { on_hand: 50n, available: 0n, reserved: 50n });
  await mall.assertBooks();
});

test('checkouts that take several pieces at once never take more than there are', async () => {
  const skuId = await mall.sku({ stock: 50n });
  const all = await Promise.all(
    Array.from({ length: 60 }, (_, index) => hold([{ skuId, quantity: BigInt(1 + (index % 3)) }])),
  );
  const taken = all.reduce(
    (sum, { outcome }, index) => (outcome.ok ? sum + BigInt(1 + (index % 3)) : sum),
    0n,
  );
  const level = await levelOf(skuId);
  assert.deepEqual(level, { on_hand: 50n, available: 50n - taken, reserved: taken });
  assert.ok(taken >= 48n);
});

test('a checkout gets every piece it asks for or none', async () => {
  const plenty = await mall.sku({ stock: 5n });
  const scarce = await mall.sku({ stock: 1n });
  const { outcome } = await hold([
    { skuId: plenty, quantity: 5n },
    { skuId: scarce, quantity: 2n },
  ]);
  assert.deepEqual(outcome, {
    ok: false,
    refusal: { code: 'stock.not_enough', skuId: scarce, available: 1n },
  });
  assert.deepEqual(await levelOf(plenty), { on_hand: 5n, available: 5n, reserved: 0n });
  await mall.assertBooks();
});

test('pieces of one SKU on two lines are counted together', async () => {
  const skuId = await mall.sku({ stock: 3n });
  const lines = [
    { skuId, quantity: 2n },
    { skuId, quantity: 2n },
  ];
  assert.ok(!(await hold(lines)).outcome.ok);
  assert.deepEqual(await levelOf(skuId), { on_hand: 3n, available: 3n, reserved: 0n });
});

test('checkouts of the same SKUs in opposite orders do not wait for each other in a circle', async () => {
  const skus = [await mall.sku(), await mall.sku(), await mall.sku()];
  const forth = skus.map((skuId) => ({ skuId, quantity: 1n }));
  const all = await Promise.all(
    Array.from({ length: 40 }, (_, index) => hold(index % 2 === 0 ? forth : forth.toReversed())),
  );
  assert.ok(all.every(({ outcome }) => outcome.ok));
  for (const skuId of skus) {
    assert.deepEqual(await levelOf(skuId), { on_hand: 100n, available: 60n, reserved: 40n });
  }
});

test('paid pieces leave the shop, released ones can be bought again, returned ones too', async () => {
  const skuId = await mall.sku({ stock: 10n });
  const sold = await hold([{ skuId, quantity: 4n }]);
  const dropped = await hold([{ skuId, quantity: 3n }]);
  await database.context.transaction(mall.id, async (tx) => {
    await confirmReservation(tx, mall.id, sold.id);
    await releaseReservation(tx, mall.id, dropped.id);
  });
  assert.deepEqual(await levelOf(skuId), { on_hand: 6n, available: 6n, reserved: 0n });
  await database.context.transaction(mall.id, (tx) =>
    putBack(tx, mall.id, [{ skuId, quantity: 1n }]),
  );
  assert.deepEqual(await levelOf(skuId), { on_hand: 7n, available: 7n, reserved: 0n });
});

test('a reservation ends once: confirming or releasing it again is a fault', async () => {
  const skuId = await mall.sku();
  const { id } = await hold([{ skuId, quantity: 1n }]);
  const { context } = database;
  await context.transaction(mall.id, (tx) => confirmReservation(tx, mall.id, id));
  for (const end of [confirmReservation, releaseReservation]) {
    await assert.rejects(
      context.transaction(mall.id, (tx) => end(tx, mall.id, id)),
      /the reservation of an open payment is there/,
    );
  }
  assert.deepEqual(await levelOf(skuId), { on_hand: 99n, available: 99n, reserved: 0n });
});

test('the database itself refuses a stock that does not add up or goes below zero', async () => {
  const skuId = await mall.sku({ stock: 1n });
  for (const [change, constraint] of [
    ['available = available - 1', 'stock_levels_must_add_up'],
    ['available = -1, on_hand = -1', 'stock_levels_available_must_not_be_negative'],
    ['reserved = -1, on_hand = 0', 'stock_levels_reserved_must_not_be_negative'],
  ] as const) {
    await assert.rejects(
      database.context.transaction(mall.id, (tx) =>
        tx.run(`update stock_levels set ${change} where tenant_id = $1 and sku_id = $2`, [
          mall.id,
          skuId,
        ]),
      ),
      (error) => violatedConstraint(error) === constraint,
    );
  }
});
