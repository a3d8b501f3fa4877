import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { done, refuse } from '@tuodi/outcome';
import type { Context } from '../context.ts';
import { nextNumber, openTenant } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { forgetOldAnswers, hashOfInput, once } from './index.ts';
import type { Claim } from './index.ts';

interface Answer {
  readonly number: string;
}

let database: TestDatabase;
let tenant: Tenant;
let wall = '2026-11-25T08:00:00.000Z';

before(async () => {
  database = await createTestDatabase({ wall: () => wall });
  const outcome = await openTenant(database.context, { slug: 'a', name: 'a', profile: 'document' });
  assert.ok(outcome.ok);
  tenant = outcome.value;
});
after(() => database.close());

function claim(key: string, input: unknown = {}): Claim<Answer> {
  return {
    ...{ tenantId: tenant.id, actor: 'u:1', route: 'POST /v1/things', key },
    inputHash: hashOfInput(input),
    read: (kept) => {
      assert.ok(typeof kept === 'object' && kept !== null && 'number' in kept);
      return { number: String(kept.number) };
    },
  };
}

/** The effect: one number is taken. */
function take(context: Context, request: Claim<Answer>): ReturnType<typeof once<Answer, never>> {
  return once(context, request, async (tx) =>
    done({ number: String(await nextNumber(tx, request.tenantId, request.key)) }),
  );
}

test('50 equal requests at once have one effect and one answer', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => take(database.context, claim('fifty'))),
  );
  const answers = outcomes.map((outcome) => (outcome.ok ? outcome.value : null));
  assert.ok(answers.every((answered) => answered?.answer.number === '1'));
  assert.equal(answers.filter((answered) => answered?.turn === 'first').length, 1);
});

test('equal requests in several processes have one effect and one answer', async () => {
  const others = await Promise.all([database.another(), database.another()]);
  const outcomes = await Promise.all(
    [database.context, ...others].flatMap((context) =>
      Array.from({ length: 10 }, () => take(context, claim('processes'))),
    ),
  );
  assert.ok(outcomes.every((outcome) => outcome.ok && outcome.value.answer.number === '1'));
  const firsts = outcomes.filter((outcome) => outcome.ok && outcome.value.turn === 'first');
  assert.equal(firsts.length, 1);
  for (const other of others) await other.close();
});

test('the same key with another input is refused, under way and afterwards', async () => {
  const together = await Promise.all([
    take(database.context, claim('reused', { a: 1 })),
    take(database.context, claim('reused', { a: 2 })),
  ]);
  const later = await take(database.context, claim('reused', { a: 2 }));
  for (const outcome of [together[1], later]) {
    assert.equal(outcome.ok ? '' : outcome.refusal.code, 'idempotency.key_reused');
  }
  assert.ok(together[0].ok);
});

test('another actor, route or tenant has keys of its own', async () => {
  const opened = await openTenant(database.context, { slug: 'b', name: 'b', profile: 'document' });
  assert.ok(opened.ok);
  const first = claim('shared');
  for (const scope of [
    first,
    { ...first, actor: 'u:2' },
    { ...first, route: 'POST /v1/others' },
    { ...first, tenantId: opened.value.id },
  ]) {
    const outcome = await take(database.context, scope);
    assert.ok(outcome.ok && outcome.value.turn === 'first');
  }
});

test('a refusal keeps nothing: the same key may succeed later', async () => {
  const refused = await once(database.context, claim('again'), async () =>
    refuse({ code: 'test.not_now' }),
  );
  assert.ok(!refused.ok && refused.refusal.code === 'test.not_now');
  const second = await take(database.context, claim('again'));
  assert.ok(second.ok && second.value.turn === 'first');
});

test('a fault rolls the effect back with the answer: the same key starts afresh', async () => {
  const { context } = database;
  await assert.rejects(
    once(context, claim('fault'), async (tx) => {
      await nextNumber(tx, tenant.id, 'fault');
      throw new Error('bug');
    }),
    /bug/,
  );
  const second = await take(context, claim('fault'));
  assert.ok(second.ok && second.value.answer.number === '1');
});

test('answers are kept for seven days', async () => {
  await take(database.context, claim('old'));
  wall = '2026-12-02T07:59:59.000Z';
  assert.equal(await forgetOldAnswers(database.context, tenant.id), 0);
  wall = '2026-12-02T08:00:01.000Z';
  assert.ok((await forgetOldAnswers(database.context, tenant.id)) > 0);
  const again = await take(database.context, claim('old'));
  assert.ok(again.ok && again.value.turn === 'first');
});

test('inputs are equal whatever the order of their fields, and differ by any value', () => {
  const one = hashOfInput({ a: 1, b: [{ x: '1', y: undefined }] });
  assert.deepEqual(one, hashOfInput({ b: [{ x: '1' }], a: 1 }));
  for (const other of [{ a: 1, b: [] }, { a: '1', b: [{ x: '1' }] }, { a: 1 }]) {
    assert.notDeepEqual(one, hashOfInput(other));
  }
});
