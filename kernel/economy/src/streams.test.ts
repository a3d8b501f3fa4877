import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { createTwin } from './economy.twin.ts';
import type { Twin } from './economy.twin.ts';
import { eventStream, randomStream } from './streams.arbitrary.ts';
import { readEventLine, writeEventLine } from './twin/line.twin.ts';

test('5,000 random events over 50 policies break none of I1 to I12', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const { policy, events } = randomStream(seed, 100);
    const twin = begin(policy);
    for (const [at, event] of events.entries()) {
      // The twin asserts the invariants over all accounts itself; the message names the stream.
      assert.doesNotThrow(() => twin.apply(event), `seed ${seed}, event ${at}`);
    }
  }
});

test('no stream that fast-check can draw and shrink breaks an invariant', () => {
  fc.assert(
    fc.property(eventStream(), ({ policy, events }) => {
      const twin = begin(policy);
      for (const event of events) twin.apply(event);
    }),
    { numRuns: 60, seed: 20260105 },
  );
});

test('a failing stream shrinks to the few events that matter', () => {
  // The counterexample of "nobody ever holds points" is a single purchase.
  const broken = fc.check(
    fc.property(eventStream(), ({ policy, events }) => {
      const twin = begin(policy);
      return events.every((event) => read(twin.apply(event), 'holders') === 0);
    }),
    { seed: 7 },
  );
  assert.equal(broken.failed, true);
  const [stream] = broken.counterexample ?? assert.fail('no counterexample');
  assert.deepEqual(stream.events, [{ type: 'buy', id: 'o1', user: 'u0', amount: '100' }]);
});

test('random streams reach every event and every refusal, and are mostly accepted', () => {
  const seen = new Set<string>();
  let accepted = 0;
  let exits = 0;
  let total = 0;
  for (let seed = 1; seed <= 80; seed += 1) {
    const { policy, events } = randomStream(seed, 120);
    const twin = begin(policy);
    for (const event of events) {
      const record = twin.apply(event);
      const verdict = read(record, 'ok') === true ? 'ok' : read(record, 'reason');
      const type = String(read(record, 'type'));
      seen.add(`${verdict === 'UNKNOWN_EVENT' ? 'any' : type} ${String(verdict)}`);
      if (verdict === 'ok') accepted += 1;
      if (JSON.stringify(read(record, 'exits')) !== '[]') exits += 1;
      total += 1;
    }
  }
  const missing = EXPECTED.filter((verdict) => !seen.has(verdict));
  assert.deepEqual(missing, []);
  assert.ok(accepted / total > 0.7, `${accepted} of ${total} events are accepted`);
  assert.ok(exits > 100, `${exits} events force somebody out`);
});

test('a seed is one stream: the same again, and the beginning of every longer one', () => {
  const long = randomStream(3, 200);
  assert.deepEqual(randomStream(3, 200), long);
  assert.deepEqual(randomStream(3, 50).events, long.events.slice(0, 50));
  assert.notDeepEqual(randomStream(4, 50).events, long.events.slice(0, 50));
});

test('every drawn line is read back as it was written, token by token', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const { policy, events } = randomStream(seed, 100);
    for (const line of [policy, ...events]) {
      assert.deepEqual(readEventLine(writeEventLine(line)), line);
    }
  }
});

// Every refusal of the contract but TREASURY_SHORT, which T3 proves unreachable.
const HOLDING = ['ok', 'NO_ACCOUNT', 'BAD_NUMBER', 'BAD_POINTS', 'NOT_ENOUGH_POINTS'];
const ORDER = [
  'ok',
  'BAD_EVENT',
  'DUPLICATE_ORDER',
  'BAD_NUMBER',
  'BAD_AMOUNT',
  'NO_MERCHANT',
  'SELF_REFERRAL',
  'NO_ACCOUNT',
  'NOT_ENOUGH_C',
];
const VERDICTS: Record<string, readonly string[]> = {
  order: ORDER,
  buy: ORDER,
  settle: ['ok', 'NO_ORDER', 'ORDER_NOT_OPEN'],
  refund: ['ok', 'NO_ORDER', 'ORDER_VOID', 'BAD_NUMBER', 'BAD_AMOUNT', 'REFUND_TOO_LARGE'],
  sell: HOLDING,
  convert: HOLDING,
  redeem_c: ['ok', 'MERCHANT_ONLY', 'NO_ACCOUNT', 'BAD_NUMBER', 'BAD_AMOUNT', 'NOT_ENOUGH_C'],
  goods: [...HOLDING, 'BAD_AMOUNT', 'COST_ABOVE_VALUE'],
  close_day: ['ok'],
  claim: ['ok', 'NO_ACCOUNT'],
  inject: ['ok', 'BAD_NUMBER', 'BAD_AMOUNT'],
  release: ['ok', 'BAD_NUMBER', 'BAD_AMOUNT', 'NOT_ENOUGH_RESERVE', 'NOTHING_CIRCULATES'],
  ipo_open: ['ok', 'IPO_OPEN', 'BAD_NUMBER', 'BAD_AMOUNT'],
  ipo_elect: ['IPO_NOT_OPEN', ...HOLDING],
  any: ['UNKNOWN_EVENT'],
};
const EXPECTED: readonly string[] = Object.entries(VERDICTS).flatMap(([type, verdicts]) =>
  verdicts.map((verdict) => `${type} ${verdict}`),
);

function begin(policy: Record<string, unknown>): Twin {
  const twin = createTwin(policy);
  if ('refused' in twin) return assert.fail(`a drawn policy is refused: ${writeEventLine(policy)}`);
  return twin;
}

function read(record: object, field: string): unknown {
  return new Map<string, unknown>(Object.entries(record)).get(field);
}
