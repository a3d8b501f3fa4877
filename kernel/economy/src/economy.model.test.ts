import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  accountsRecord,
  effectRecord,
  outcomeRecord,
  replayEvent,
  startReplay,
  stateRecord,
} from './index.ts';
import { createTwin } from './economy.twin.ts';
import { eventStream, randomStream } from './streams.arbitrary.ts';
import type { EventStream } from './streams.arbitrary.ts';

const EVENTS = Number(process.env['TUODI_TWIN_EVENTS'] ?? 50_000);
const SEED = Number(process.env['TUODI_TWIN_SEED'] ?? 1);
const LENGTH = 250;

/** Plays a stream through both and compares every field of every record. */
function assertSame({ policy, events }: EventStream): void {
  const twin = createTwin(policy);
  const replay = startReplay(policy);
  if ('refused' in twin || !replay.ok) {
    assert.equal(!replay.ok, 'refused' in twin, 'both refuse the policy, or neither');
    return;
  }
  const { economy } = replay.value;
  events.forEach((line, position) => {
    const event = { ...line, type: String(line['type']) };
    const outcome = replayEvent(replay.value, event);
    const record = {
      seq: position + 1,
      type: event.type,
      ...outcomeRecord(outcome),
      ...stateRecord(economy),
      ...accountsRecord(economy),
      ...effectRecord(economy.policy, outcome),
    };
    assert.deepEqual(record, twin.apply(event));
  });
}

// I1–I12 hold after every event: the reducer asserts what it touched, the twin everything.
test(`the reducer agrees with the naive twin on ${EVENTS} random events, to the last digit`, () => {
  for (let n = 0; n * LENGTH < EVENTS; n += 1) {
    const seed = SEED * 1_000_000 + n;
    try {
      assertSame(randomStream(seed, LENGTH));
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
  }
});

test('the reducer agrees with the naive twin on streams that shrink', () => {
  fc.assert(
    fc.property(eventStream({ maxLength: 60 }), (stream) => assertSame(stream)),
    { numRuns: 150 },
  );
});
