import { createEconomy, readPolicy, replayEvent } from '@tuodi/economy';
import type { EconomyEvent, Replay } from '@tuodi/economy';
import { seededRandom } from './random.ts';
import type { Bench, Figures } from './bench.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;
const TIMED = 200_000;
const DAY = 2_000;

/**
 * Mixed events per second with all invariants on, and index looks per event, from 10^3 to 10^6
 * holders. Orders and settlements make four fifths; the rest sells, refunds late, claims, converts
 * and closes days. The baseline of every row is the rate at 10^3 holders in the same run.
 */
export const economyKernel: Bench = {
  name: 'economy-kernel',
  async *run() {
    let first: number | undefined;
    measure(1_000, 50_000); // warms the compiler up
    for (const size of SIZES) {
      const figures = measure(size, TIMED);
      first ??= figures.rate;
      yield {
        holders: size,
        eventsPerSecond: Math.round(figures.rate),
        looksPerEvent: round(figures.looks),
        exits: figures.exits,
        baseline: 'rate at 1,000 holders',
        ratio: round(figures.rate / first),
        bytesPerHolder: figures.bytes,
      } satisfies Figures;
    }
  },
};

interface Measured {
  readonly rate: number;
  readonly looks: number;
  readonly exits: number;
  readonly bytes: number;
}

function measure(holders: number, events: number): Measured {
  const before = usedBytes();
  const replay = populate(holders);
  const stream = mixedEvents(holders, events);
  const bytes = Math.round((usedBytes() - before) / holders);
  const looks = replay.economy.exits.looks;
  let exits = 0;
  const started = performance.now();
  for (const event of stream) {
    const outcome = replayEvent(replay, event);
    if (outcome.ok) exits += outcome.value.exits.length;
  }
  const seconds = (performance.now() - started) / 1000;
  return {
    rate: events / seconds,
    looks: (replay.economy.exits.looks - looks) / events,
    exits,
    bytes,
  };
}

function populate(holders: number): Replay {
  const policy = readPolicy({ genesis_reserve: '30000' });
  if (!policy.ok) throw new Error(policy.refusal.why);
  const economy = createEconomy(policy.value);
  const random = seededRandom(1);
  for (let n = 0; n < holders; n += 1) {
    const amount = String(20 + Math.floor(random() * 500));
    const event = { type: 'buy', id: `p${n}`, user: String(n), amount };
    // Every one with orders of his own: what stays in memory is the holder, not the order.
    const outcome = replayEvent({ economy, orders: new Map() }, event);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
  }
  return { economy, orders: new Map() };
}

function mixedEvents(holders: number, count: number): EconomyEvent[] {
  const random = seededRandom(2);
  const user = (): string => String(Math.floor(random() * holders));
  const events: EconomyEvent[] = [];
  let orders = 0;
  while (events.length < count) {
    const n = events.length;
    const draw = random();
    if (n % DAY === DAY - 1) events.push({ type: 'close_day' });
    else if (draw < 0.4) {
      const amount = `${20 + Math.floor(random() * 500)}.50`;
      const margin = `${8 + Math.floor(random() * 12)}.25`;
      events.push({ type: 'order', id: `o${orders}`, user: user(), amount, margin });
      orders += 1;
    } else if (draw < 0.8) {
      events.push({ type: 'settle', order: `o${Math.floor(random() * orders)}` });
    } else if (draw < 0.88) events.push({ type: 'sell', user: user(), points: '0.5' });
    else if (draw < 0.92) {
      events.push({ type: 'refund', order: `o${Math.floor(random() * orders)}`, amount: '5' });
    } else if (draw < 0.96) events.push({ type: 'claim', user: user() });
    else events.push({ type: 'convert', user: user(), points: '0.25' });
  }
  return events;
}

function usedBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
