/**
 * Random event logs for the laws and for the comparison with the twin: a sound policy, then events
 * of every kind, most of them accepted, some malformed. Numbers come as readEventLine gives them:
 * integer tokens as bigint, other number tokens as (never whole) numbers, strings as strings.
 */
import fc from 'fast-check';
import { happens, listedChoices, seededChoices } from './streams/choices.arbitrary.ts';
import type { Choices } from './streams/choices.arbitrary.ts';
import { drawEvent } from './streams/event.arbitrary.ts';

import { drawMalformed } from './streams/malformed.arbitrary.ts';
import type { DrawnEvent, Memory } from './streams/memory.arbitrary.ts';
import { drawPolicy } from './streams/policy.arbitrary.ts';

export interface EventStream {
  /** The policy line, with its `type`. */
  readonly policy: Record<string, unknown>;
  readonly events: readonly Record<string, unknown>[];
}

/** The stream of a seed: the same on every machine and for every length a prefix of the longer. */
export function randomStream(seed: number, length: number): EventStream {
  // Neighbouring seeds would differ little in their first choices without the multiplication.
  const choices = seededChoices(Math.imul(seed, 0x9e3779b1));
  const { policy, memory } = begin(choices);
  const events: DrawnEvent[] = [];
  for (let at = 0; at < length; at += 1) events.push(next(choices, memory));
  return { policy, events };
}

/** How many choices one event, or the policy, may take before the plainest are taken for it. */
const CHOICES = 20;

/**
 * Streams that shrink: an event can be left out, and every choice goes towards the plainest (an
 * ordinary buy of 100 by u0). Later events then speak of the orders and users that remain.
 */
export function eventStream({ maxLength = 80 } = {}): fc.Arbitrary<EventStream> {
  const drawn = fc.array(fc.nat({ max: 0xffffffff }), {
    minLength: CHOICES,
    maxLength: CHOICES,
  });
  const all = fc.record({
    policy: fc.noBias(drawn),
    events: fc.array(fc.noBias(drawn), { maxLength, size: 'max' }),
  });
  return all.map(({ policy: policyChoices, events }) => {
    const { policy, memory } = begin(listedChoices(policyChoices));
    return { policy, events: events.map((numbers) => next(listedChoices(numbers), memory)) };
  });
}

function begin(choices: Choices): { policy: Record<string, unknown>; memory: Memory } {
  const drawn = drawPolicy(choices);
  const memory: Memory = {
    ...drawn.guesses,
    orders: [],
    users: new Set(),
    holders: new Map(),
    shopHolders: new Map(),
    quotas: new Map(),
    payers: new Map(),
    shops: new Map(),
    mayOffer: happens(choices, 25),
    offered: false,
    count: 0,
  };
  return { policy: drawn.policy, memory };
}

function next(choices: Choices, memory: Memory): DrawnEvent {
  return happens(choices, 7) ? drawMalformed(choices, memory) : drawEvent(choices, memory);
}
