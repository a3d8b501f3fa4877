import type { Outcome } from '@tuodi/outcome';
import { applyEvent } from './apply.ts';
import type { Applied } from './booked.ts';
import { createEconomy } from './economy.ts';
import type { Economy } from './economy.ts';
import { orderIdOf } from './event.ts';
import type { EconomyEvent, EventRefusal } from './event.ts';
import type { EconomyOrder } from './order.ts';
import { readPolicy } from './policy.ts';
import type { BadPolicy, PolicyFields } from './policy.ts';

/** An economy together with its orders: what replays a log from its beginning. */
export interface Replay {
  readonly economy: Economy;
  readonly orders: Map<string, EconomyOrder>;
}

export function startReplay(fields: PolicyFields): Outcome<Replay, BadPolicy> {
  const policy = readPolicy(fields);
  if (!policy.ok) return policy;
  return { ok: true, value: { economy: createEconomy(policy.value), orders: new Map() } };
}

/** Applies the next event; memory grows with holders and orders only. */
export function replayEvent(
  { economy, orders }: Replay,
  event: EconomyEvent,
): Outcome<Applied, EventRefusal> {
  const orderId = orderIdOf(event);
  const known = orderId === undefined ? undefined : orders.get(orderId);
  const outcome = applyEvent(economy, event, known);
  if (outcome.ok && outcome.value.order !== undefined) {
    orders.set(outcome.value.order.id, outcome.value.order);
  }
  return outcome;
}
