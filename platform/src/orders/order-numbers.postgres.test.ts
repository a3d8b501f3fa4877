import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Context } from '../context.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { STARTS, TestMall } from './mall.fixture.ts';
import { blockNumbers, countedNumbers, prepareNumbers } from './order-numbers.ts';

let database: TestDatabase;

before(async () => {
  database = await createTestDatabase();
});
after(() => database.close());

async function take(context: Context, mall: TestMall, count: number): Promise<readonly string[]> {
  const tenant = await mall.tenant();
  return context.transaction(mall.id, (tx) =>
    blockNumbers(context, tx, tenant, { at: STARTS, count }),
  );
}

test('no two orders of a mall have one number, whatever process places them', async () => {
  const mall = await TestMall.open(database.context, 'numbers');
  const other = await database.another();
  const taken = await Promise.all(
    Array.from({ length: 300 }, (_, index) =>
      take(index % 2 === 0 ? database.context : other, mall, 1 + (index % 3)),
    ),
  );
  const numbers = taken.flat();
  assert.equal(new Set(numbers).size, numbers.length);
  for (const number of numbers) assert.match(number, /^20260101-\d{6}$/);
  await other.close();
});

test('a checkout does not wait for the commit of another', async () => {
  const mall = await TestMall.open(database.context, 'no-waiting');
  const { context } = database;
  const tenant = await mall.tenant();
  await prepareNumbers(context, tenant);
  const wanted = { at: STARTS, count: 1 };
  await context.transaction(mall.id, async (tx) => {
    const [first] = await blockNumbers(context, tx, tenant, wanted);
    // This one commits while the other transaction is still open.
    const [second] = await take(context, mall, 1);
    assert.notEqual(first, second);
  });
});

test('a run that must number alike counts without gaps, from one, each day', async () => {
  const mall = await TestMall.open(database.context, 'alike');
  const tenant = await mall.tenant();
  const count = (at: string, wanted: number): Promise<readonly string[]> =>
    database.context.transaction(mall.id, (tx) =>
      countedNumbers(tx, tenant, { at, count: wanted }),
    );
  assert.deepEqual(await count(STARTS, 2), ['20260101-000001', '20260101-000002']);
  assert.deepEqual(await count('2026-01-01T15:59:59.999Z', 1), ['20260101-000003']);
  assert.deepEqual(await count('2026-01-01T16:00:00.000Z', 1), ['20260102-000001']);
});
