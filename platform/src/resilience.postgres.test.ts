import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openApi } from './api.ts';
import { openTenant } from './tenancy/index.ts';
import type { EconomyEvent } from '@tuodi/economy';
import { openEconomy, submitEconomyEvent } from './economy/index.ts';
import { derivedUuid } from './random.ts';
import { createTestDatabase } from './testing.ts';
import type { TestDatabase } from './testing.ts';

let database: TestDatabase;

before(async () => {
  database = await createTestDatabase();
  const opened = await openTenant(database.context, {
    slug: 'tough',
    name: 'tough',
    profile: 'document',
  });
  assert.ok(opened.ok);
  const at = opened.value.openedAt;
  assert.ok((await openEconomy(database.context, opened.value.id, { policy: {}, at })).ok);
});
after(() => database.close());

test('a connection that is cut in the middle of a transaction fails that work and nothing else', async () => {
  const { context } = database;
  for (const transact of [
    context.transaction.bind(context),
    context.writerTransaction.bind(context),
  ]) {
    await assert.rejects(
      transact(1, async (tx) => {
        const row = await tx.first<{ pid: number }>('select pg_backend_pid() as pid');
        await database.asOwner((owner) =>
          owner.query('select pg_terminate_backend($1)', [row?.pid ?? 0]),
        );
        await new Promise((resolve) => setTimeout(resolve, 100));
        await tx.query('select 1');
      }),
    );
    assert.equal(await transact(1, async (tx) => (await tx.query('select 1')).length), 1);
  }
});

test('the character U+0000 is a malformed request wherever it stands', async () => {
  const app = openApi({ context: database.context, origin: () => 'http://127.0.0.1:1' });
  const answers = await Promise.all([
    app.request('/t/tough/v1/products?q=%00'),
    app.request('/t/tough/v1/sign-in/codes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: String.raw`{"phone":"138000\u000000001"}`,
    }),
  ]);
  for (const answer of answers) {
    assert.equal(answer.status, 400);
    assert.equal(Object(await answer.json()).code, 'http.invalid');
  }
});

test('a tenant whose events cannot be applied keeps no other tenant waiting', async () => {
  const { context } = database;
  await context.economy.start('always');
  const well = await openTenant(context, { slug: 'well', name: 'well', profile: 'document' });
  assert.ok(well.ok);
  const at = well.value.openedAt;
  assert.ok((await openEconomy(context, well.value.id, { policy: {}, at })).ok);
  const order = { id: derivedUuid('test', 'order', 'x'), user: '1', amount: '5', merchant: '1' };
  const submit = (tenantId: number, sourceType: string, event: EconomyEvent): Promise<void> =>
    context.transaction(tenantId, (tx) =>
      submitEconomyEvent(tx, tenantId, { sourceType, sourceId: order.id, at, event }),
    );
  // An order that settles without a row in the orders room is a fault of that tenant's batch.
  await submit(1, 'order_paid', { type: 'order', ...order });
  await submit(1, 'order_settled', { type: 'settle', order: order.id });
  await submit(well.value.id, 'test', { type: 'order', ...order });
  await submit(well.value.id, 'test again', { type: 'inject', amount: '1' });
  const { outcome } = await context.economy.waitFor(well.value.id, {
    type: 'test again',
    id: order.id,
  });
  assert.ok(outcome.ok);
});
