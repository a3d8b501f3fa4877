import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  accountsRecord,
  readJsonLine,
  replayEvent,
  startReplay,
  stateRecord,
} from '@tuodi/economy';
import type { EconomyEvent } from '@tuodi/economy';
import { accountName } from '@tuodi/ledger';
import { balancesOfAll } from '../ledger/index.ts';
import { openTenant } from '../tenancy/index.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { derivedUuid } from '../random.ts';
import {
  exportLog,
  hashOfRecord,
  openEconomy,
  previewSale,
  sellPoints,
  showEconomy,
  submitEconomyEvent,
  submitEconomyEvents,
} from './index.ts';

let database: TestDatabase;
const AT = '2026-01-05T08:00:00.000Z';

before(async () => {
  database = await createTestDatabase();
  await database.context.economy.start('always');
});
after(() => database.close());

async function newTenant(slug: string, policy: object = {}): Promise<number> {
  const { context } = database;
  const tenant = await openTenant(context, {
    slug,
    name: slug,
    profile: 'document',
    clockStartsAt: AT,
  });
  assert.ok(tenant.ok);
  const opened = await openEconomy(context, tenant.value.id, { policy: { ...policy }, at: AT });
  assert.ok(opened.ok);
  return tenant.value.id;
}

async function submit(tenantId: number, sourceType: string, sourceId: string, event: EconomyEvent) {
  await database.context.transaction(tenantId, (tx) =>
    submitEconomyEvent(tx, tenantId, { sourceType, sourceId, at: AT, event }),
  );
}

/** One settled order of 100 with margin 45 by a member. */
async function settledOrder(tenantId: number, member: number, n: number): Promise<void> {
  const id = derivedUuid('test', 'order', String(n));
  const order = { id, user: String(member), amount: '100', margin: '45', merchant: '1' };
  await submit(tenantId, 'test', `order ${id}`, { type: 'order', ...order });
  // Not `order_settled`: that source has a row in the orders room, which takes part in the batch.
  await submit(tenantId, 'test', `settle ${id}`, { type: 'settle', order: id });
}

/** Books balanced: replay of the export gives the tables, and legs give balances and pots. */
async function assertBooks(tenantId: number): Promise<void> {
  const { context } = database;
  await context.economy.drain(tenantId);
  const lines: string[] = [];
  for await (const line of exportLog(context, tenantId)) lines.push(line);
  const [first = '', ...events] = lines;
  const replay = startReplay(Object(readJsonLine(first)));
  assert.ok(replay.ok);
  for (const line of events) {
    assert.ok(replayEvent(replay.value, Object(readJsonLine(line))).ok, line);
  }
  const { economy } = replay.value;
  const stored = await showEconomy(context, tenantId);
  assert.deepEqual(stored, { ...stateRecord(economy), ...accountsRecord(economy) });
  const books = await context.snapshot(tenantId, (tx) => balancesOfAll(tx, tenantId));
  const sums = new Map<number, bigint>();
  for (const { asset, balance } of books.legs.values()) {
    sums.set(asset, (sums.get(asset) ?? 0n) + balance);
  }
  assert.ok([...sums.values()].every((sum) => sum === 0n));
  for (const [id, balance] of books.rows) {
    assert.equal(books.legs.get(id)?.balance ?? 0n, balance, accountName(id));
  }
  const pot = (name: string): bigint =>
    [...books.legs].find(([id]) => accountName(id) === name)?.[1].balance ?? 0n;
  assert.equal(pot('reserve'), economy.reserve);
  assert.equal(pot('dividend_open'), economy.dividendOpen);
  assert.equal(pot('dividend_owed'), economy.dividendOwed);
  assert.equal(-pot('growth_issued'), economy.issued);
}

test('the founding example through PostgreSQL: price 1.4286, then 1.6807, books balanced', async () => {
  const tenantId = await newTenant('founding-test');
  await settledOrder(tenantId, 1, 1);
  await database.context.economy.drain(tenantId);
  const first = await showEconomy(database.context, tenantId);
  assert.equal(Object(first).price, '1.428571428571');
  await settledOrder(tenantId, 2, 2);
  await assertBooks(tenantId);
  const second = await showEconomy(database.context, tenantId);
  assert.equal(Object(second).price, '1.680672268907');
});

test('an event submitted many times, in many transactions at once, happens once', async () => {
  const tenantId = await newTenant('once-test');
  const id = derivedUuid('test', 'order', 'once');
  const event = { type: 'order', id, user: '1', amount: '100', margin: '45', merchant: '1' };
  await Promise.all(Array.from({ length: 40 }, () => submit(tenantId, 'order_paid', id, event)));
  await database.context.economy.drain(tenantId);
  await submit(tenantId, 'order_paid', id, event);
  await assertBooks(tenantId);
  const lines: string[] = [];
  for await (const line of exportLog(database.context, tenantId)) lines.push(line);
  assert.equal(lines.length, 2);
});

test('a sale with one key happens once, whoever sends it how often; another body is refused', async () => {
  const tenantId = await newTenant('sale-test');
  const { context } = database;
  await settledOrder(tenantId, 1, 10);
  await settledOrder(tenantId, 2, 11);
  await context.economy.drain(tenantId);
  const input = { memberNumber: 1n, points: 10n ** 13n, idempotencyKey: 'key-12345', at: AT };
  const preview = await previewSale(context, tenantId, input);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => sellPoints(context, tenantId, input)),
  );
  const [first] = answers;
  assert.ok(preview.ok && first?.ok);
  for (const answer of answers) assert.deepEqual(answer, first);
  assert.deepEqual(
    [preview.value.net, preview.value.priceAfter],
    [first.value.net, first.value.priceAfter],
  );
  const other = await sellPoints(context, tenantId, { ...input, points: 1n });
  assert.deepEqual(other, { ok: false, refusal: { code: 'idempotency.key_reused' } });
  const tooMuch = { ...input, points: 10n ** 16n, idempotencyKey: 'key-67890' };
  assert.deepEqual(await sellPoints(context, tenantId, tooMuch), {
    ok: false,
    refusal: { code: 'economy.not_enough_points' },
  });
  await assertBooks(tenantId);
});

test('a second process takes over when the first gives up its lease, and nothing is lost', async () => {
  const tenantId = await newTenant('takeover-test', { genesis_reserve: '30000' });
  await settledOrder(tenantId, 1, 20);
  await database.context.economy.drain(tenantId);
  const other = await database.another();
  try {
    await other.economy.start('always');
    const events = [21, 22, 23].map((n) => ({
      sourceType: 'order_paid',
      sourceId: derivedUuid('test', 'order', String(n)),
      at: AT,
      event: {
        type: 'order',
        id: derivedUuid('test', 'order', String(n)),
        user: '5',
        amount: '50.55',
        margin: '20',
        merchant: '1',
      },
    }));
    await other.transaction(tenantId, (tx) => submitEconomyEvents(tx, tenantId, events));
    await other.economy.drain(tenantId);
  } finally {
    await other.close();
  }
  await assertBooks(tenantId);
});

test('equal histories have equal state hashes, different ones do not', async () => {
  const [a, b, c] = [
    await newTenant('hash-a'),
    await newTenant('hash-b'),
    await newTenant('hash-c'),
  ];
  for (const tenantId of [a, b]) await settledOrder(tenantId, 7, 30);
  await settledOrder(c, 8, 30);
  const hashes = [];
  for (const tenantId of [a, b, c]) {
    await database.context.economy.drain(tenantId);
    hashes.push(hashOfRecord(await showEconomy(database.context, tenantId)));
  }
  assert.equal(hashes[0], hashes[1]);
  assert.notEqual(hashes[0], hashes[2]);
});
