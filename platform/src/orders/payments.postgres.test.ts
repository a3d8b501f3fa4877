import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askGateway, billOf } from '../payments/index.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { directly, STARTS, TestMall } from './mall.fixture.ts';
import { closeExpired } from './index.ts';
import { loadOrder } from './store/orders.ts';

let database: TestDatabase;
let mall: TestMall;
let member: bigint;
let skuId: string;

before(async () => {
  database = await createTestDatabase();
  await database.context.economy.start('always');
  mall = await TestMall.open(database.context, 'payments');
  member = await mall.member('shopper');
  skuId = await mall.sku({ stock: 1_000n });
});
after(() => database.close());

const one = () => ({ member, lines: [{ skuId, quantity: 1n }] });

async function stateOf(orderId: string | undefined): Promise<string | undefined> {
  return database.context.transaction(mall.id, async (tx) => {
    const order = await loadOrder(tx, mall.id, orderId ?? '');
    return order?.state;
  });
}

interface Legs {
  readonly kind: string;
  readonly amounts: bigint[];
}

/** Transfers of the payments room for one member's payment or refund, by cause. */
function transfersOf(causeType: string): Promise<Legs[]> {
  return database.context.transaction(mall.id, (tx) =>
    tx.query<Legs & Record<string, unknown>>(
      `select kind, amounts
       from transfers
       where tenant_id = $1 and cause_type = $2
       order by recorded_at, id`,
      [mall.id, causeType],
    ),
  );
}

test('the first genuine callback pays: orders go on, pieces leave, the money is in escrow', async () => {
  const checkout = await mall.placed(one());
  const callback = await mall.attempt(checkout);
  assert.deepEqual(await mall.confirm(callback), { ok: true, value: 'accepted' });
  assert.equal(await stateOf(checkout.orders[0]?.id), 'paid');
  const posted = await transfersOf('payment');
  assert.deepEqual(posted.at(-1), { kind: 'payment_confirmed', amounts: [10_000n, -10_000n] });
  await mall.assertBooks();
});

test('a callback that is repeated changes nothing more, also 20 times at once', async () => {
  const checkout = await mall.placed(one());
  const callback = await mall.attempt(checkout);
  const before = (await transfersOf('payment')).length;
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => mall.confirm(callback)));
  const values = outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.refusal.code));
  assert.equal(values.filter((value) => value === 'accepted').length, 1);
  assert.equal(values.filter((value) => value === 'duplicate').length, 19);
  assert.equal((await transfersOf('payment')).length, before + 1);
  await mall.assertBooks();
});

test('an unknown attempt, another amount, and a number that was used before change nothing', async () => {
  const checkout = await mall.placed(one());
  const callback = await mall.attempt(checkout);
  const paid = await mall.attempt(await mall.placed(one()));
  assert.ok((await mall.confirm(paid)).ok);
  const refusals = [
    [{ ...callback, attemptId: database.context.random.uuid() }, 'payments.unknown_attempt'],
    [{ ...callback, amount: { ...callback.amount, amount: '9999' } }, 'payments.amount_mismatch'],
    [{ ...callback, amount: { ...callback.amount, amount: '-10000' } }, 'payments.amount_mismatch'],
    [{ ...callback, id: paid.id }, 'payments.amount_mismatch'],
  ] as const;
  for (const [wrong, code] of refusals) {
    const outcome = await mall.confirm(wrong);
    assert.equal(outcome.ok ? outcome.value : outcome.refusal.code, code);
  }
  assert.equal(await stateOf(checkout.orders[0]?.id), 'awaiting_payment');
  assert.ok((await mall.confirm(callback)).ok);
  await mall.assertBooks();
});

test('a callback of another tenant finds no attempt', async () => {
  const other = await TestMall.open(database.context, 'payments-other');
  const callback = await mall.attempt(await mall.placed(one()));
  const outcome = await other.confirm(callback);
  assert.equal(outcome.ok ? '' : outcome.refusal.code, 'payments.unknown_attempt');
});

test('a payment that failed can be tried again', async () => {
  const checkout = await mall.placed(one());
  const failed = { ...(await mall.attempt(checkout)), kind: 'payment_failed' as const };
  assert.deepEqual(await mall.confirm(failed), { ok: true, value: 'accepted' });
  assert.deepEqual(await mall.confirm(failed), { ok: true, value: 'duplicate' });
  assert.equal(await stateOf(checkout.orders[0]?.id), 'awaiting_payment');
  assert.deepEqual(await mall.confirm(await mall.attempt(checkout)), {
    ok: true,
    value: 'accepted',
  });
});

test('a second payment of the same checkout is posted to refund_due and goes back by itself', async () => {
  const checkout = await mall.placed(one());
  const first = await mall.attempt(checkout);
  const second = await mall.attempt(checkout);
  assert.deepEqual(await mall.confirm(first), { ok: true, value: 'accepted' });
  assert.deepEqual(await mall.confirm(second), { ok: true, value: 'refunding' });
  assert.deepEqual(await mall.confirm(second), { ok: true, value: 'duplicate' });
  await mall.assertBooks();
  const { context } = database;
  assert.equal(await askGateway(context, await mall.tenant(), directly(context)), 1);
  assert.equal((await transfersOf('refund_confirmed')).at(-1)?.kind, 'refund_confirmed');
  const bill = await billOf(context, await mall.tenant());
  const paidOut = bill.filter((line) => line.attemptId === second.attemptId);
  assert.deepEqual(
    paidOut.map(({ kind, amount }) => [kind, amount]),
    [['refund_succeeded', 10_000n]],
  );
  assert.equal(await stateOf(checkout.orders[0]?.id), 'paid');
  assert.equal(await askGateway(context, await mall.tenant(), directly(context)), 0);
  await mall.assertBooks();
});

test('two payments at once: one pays, the other goes back', async () => {
  const checkout = await mall.placed(one());
  const callbacks = [await mall.attempt(checkout), await mall.attempt(checkout)];
  const outcomes = await Promise.all(callbacks.map((callback) => mall.confirm(callback)));
  assert.deepEqual(outcomes.map((outcome) => (outcome.ok ? outcome.value : '')).toSorted(), [
    'accepted',
    'refunding',
  ]);
  await mall.assertBooks();
});

test('a checkout that nobody pays in time is closed and its pieces are free', async () => {
  const late = await TestMall.open(database.context, 'payments-late');
  const sku = await late.sku({ stock: 3n });
  const shopper = await late.member('shopper');
  const checkout = await late.placed({ member: shopper, lines: [{ skuId: sku, quantity: 2n }] });
  const callback = await late.attempt(checkout);
  assert.equal(await late.available(sku), 1n);
  await late.advance('2026-01-01T08:14:59.999Z');
  assert.equal(await late.available(sku), 1n);
  await late.advance('2026-01-01T08:15:00.000Z');
  assert.equal(await late.available(sku), 3n);
  assert.equal(await closeExpired(database.context, await late.tenant()), 0);
  // Genuine money that comes too late: the order stays closed, the money goes back.
  assert.deepEqual(await late.confirm(callback), { ok: true, value: 'refunding' });
  await late.advance('2026-01-01T08:16:00.000Z');
  await late.assertBooks();
  const bill = await billOf(database.context, await late.tenant());
  assert.deepEqual(
    bill.map(({ kind }) => kind),
    ['refund_succeeded'],
  );
  assert.equal(STARTS < checkout.payment.expiresAt, true);
});

test('a refund that was never asked for, or of another amount, is not confirmed', async () => {
  const checkout = await mall.placed(one());
  const first = await mall.attempt(checkout);
  const second = await mall.attempt(checkout);
  await mall.confirm(first);
  await mall.confirm(second);
  const { context } = database;
  const refundId = await context.transaction(mall.id, async (tx) => {
    const row = await tx.first<{ id: string }>(
      'select id from payment_refunds where tenant_id = $1 and attempt_id = $2',
      [mall.id, second.attemptId],
    );
    return row?.id ?? '';
  });
  const genuine = { ...second, id: 'refund-1', kind: 'refund_succeeded' as const, refundId };
  const { refundId: _, ...unnamed } = genuine;
  for (const [wrong, code] of [
    [unnamed, 'payments.unknown_refund'],
    [{ ...genuine, refundId: context.random.uuid() }, 'payments.unknown_refund'],
    [{ ...genuine, attemptId: first.attemptId }, 'payments.unknown_refund'],
    [{ ...genuine, amount: { ...genuine.amount, amount: '1' } }, 'payments.amount_mismatch'],
  ] as const) {
    const outcome = await mall.confirm(wrong);
    assert.equal(outcome.ok ? outcome.value : outcome.refusal.code, code);
  }
  assert.deepEqual(await mall.confirm(genuine), { ok: true, value: 'accepted' });
  assert.deepEqual(await mall.confirm(genuine), { ok: true, value: 'duplicate' });
  await mall.assertBooks();
});

test('a gateway that cannot reach us repeats its callback; a refund is paid out once', async () => {
  const { context } = database;
  const checkout = await mall.placed(one());
  const first = await mall.attempt(checkout);
  const second = await mall.attempt(checkout);
  await mall.confirm(first);
  await askGateway(context, await mall.tenant(), directly(context));
  await mall.confirm(second);
  const unreachable = () => Promise.reject(new Error('connection refused'));
  assert.equal(await askGateway(context, await mall.tenant(), unreachable), 1);
  await mall.assertBooks();
  // Half a minute later it is asked for again; ten seconds later the gateway repeats by itself.
  const wall = () => new Date(Date.now() + 60_000).toISOString();
  const later = await database.another({ wall });
  assert.equal(await askGateway(later, await mall.tenant(), directly(later)), 1);
  const bill = await billOf(context, await mall.tenant());
  assert.equal(bill.filter((line) => line.attemptId === second.attemptId).length, 1);
  await later.close();
  await mall.assertBooks();
});
