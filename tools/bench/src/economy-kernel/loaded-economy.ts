import { createEconomy, readPolicy, replayEvent } from '@tuodi/economy';
import type { EconomyEvent, Replay } from '@tuodi/economy';
import { bytesInUse, collectGarbage } from '../collect-garbage.ts';
import { seededRandom } from '../random.ts';
import { MixedEvents } from './mixed-events.ts';

const EVENTS = 100_000;
/** Planned at once; the plan looks at the state, and is not timed. */
const PLANNED = 2_000;

/** A quota of 60 % of what was spent: holders reach it, so forced exits are part of the mix. */
const POLICY = { genesis_reserve: '3000', quota_rate: '0.6' };

/** What one window of events took. */
export interface Window {
  readonly rate: number;
  /** Per second of the thread's own time: what the machine did meanwhile does not count. */
  readonly cpuRate: number;
  readonly looks: number;
}

interface Counts {
  readonly accepted: Record<string, number>;
  readonly refused: Record<string, number>;
  exits: number;
}

/** An economy in which every holder has bought once, and the mix of events that goes on in it. */
export class LoadedEconomy {
  readonly holders: number;
  readonly bytesPerHolder: number;
  readonly counts: Counts = { accepted: {}, refused: {}, exits: 0 };
  readonly #replay: Replay;
  readonly #events: MixedEvents;

  constructor(holders: number) {
    const before = bytesInUse();
    this.holders = holders;
    this.#replay = populate(holders);
    this.bytesPerHolder = Math.round((bytesInUse() - before) / holders);
    this.#events = new MixedEvents(this.#replay, holders, 2);
  }

  /** Applies the next events of the mix; only the reducer is timed. */
  window(): Window {
    const { exits: index } = this.#replay.economy;
    const looks = index.looks;
    let milliseconds = 0;
    let cpuMicroseconds = 0;
    collectGarbage();
    for (let done = 0; done < EVENTS; done += PLANNED) {
      const plan = this.#events.plan(PLANNED);
      const cpu = process.threadCpuUsage();
      const started = performance.now();
      const outcomes = this.#apply(plan);
      milliseconds += performance.now() - started;
      const used = process.threadCpuUsage(cpu);
      cpuMicroseconds += used.user + used.system;
      this.#count(outcomes);
    }
    return {
      rate: (EVENTS / milliseconds) * 1e3,
      cpuRate: (EVENTS / cpuMicroseconds) * 1e6,
      looks: (index.looks - looks) / EVENTS,
    };
  }

  #apply(plan: readonly EconomyEvent[]): ReturnType<typeof replayEvent>[] {
    return plan.map((event) => replayEvent(this.#replay, event));
  }

  #count(outcomes: readonly ReturnType<typeof replayEvent>[]): void {
    const { accepted, refused } = this.counts;
    for (const outcome of outcomes) {
      if (outcome.ok) {
        const { type } = outcome.value.booked;
        accepted[type] = (accepted[type] ?? 0) + 1;
        this.counts.exits += outcome.value.exits.length;
      } else {
        refused[outcome.refusal.code] = (refused[outcome.refusal.code] ?? 0) + 1;
      }
    }
  }
}

function populate(holders: number): Replay {
  const policy = readPolicy(POLICY);
  if (!policy.ok) throw new Error(policy.refusal.why);
  const economy = createEconomy(policy.value);
  const random = seededRandom(1);
  for (let n = 0; n < holders; n += 1) {
    const amount = String(20 + Math.floor(random() * 500));
    const event = { type: 'buy', id: `p${n}`, user: String(n), amount };
    // Orders that nobody will name again are not kept: what stays in memory is the holder.
    const outcome = replayEvent({ economy, orders: new Map() }, event);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
  }
  return { economy, orders: new Map() };
}
