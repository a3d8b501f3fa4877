import { median, round } from '../bench.ts';
import type { Bench, Figures } from '../bench.ts';
import { LoadedEconomy } from './loaded-economy.ts';
import type { Window } from './loaded-economy.ts';

const SMALLEST = 1_000;
const SIZES = [10_000, 100_000, 1_000_000] as const;
const WINDOWS = 3;

const LEAST_RATE = 100_000;
const MOST_LOOKS = 2.5;
const LEAST_RATIO = 0.45;

/**
 * Mixed events per second with all invariants on, and index looks per event, from 10^3 to 10^6
 * holders: the median of three windows. Every window stands beside one of the economy with 10^3
 * holders, so that a machine that is busy for a while does not look like a slow reducer.
 */
export const economyKernel: Bench = {
  name: 'economy-kernel',
  about: 'mixed events per second through the reducer, 10^3 to 10^6 holders',
  async *run() {
    const small = new LoadedEconomy(SMALLEST);
    // The compiler sees small and large economies before anything counts.
    for (const warm of [small, new LoadedEconomy(50_000), small]) warm.window();
    yield rowOf(small, side(small, small));
    for (const size of SIZES) {
      const large = new LoadedEconomy(size);
      large.window();
      yield rowOf(large, side(small, large));
    }
  },
};

interface Pair {
  readonly small: Window;
  readonly large: Window;
}

function side(small: LoadedEconomy, large: LoadedEconomy): readonly Pair[] {
  return Array.from({ length: WINDOWS }, () => ({
    small: small.window(),
    large: large.window(),
  }));
}

function rowOf(economy: LoadedEconomy, pairs: readonly Pair[]): Figures {
  const rate = median(pairs.map(({ large }) => large.rate));
  const cpuRate = median(pairs.map(({ large }) => large.cpuRate));
  const ratio = median(pairs.map(({ small, large }) => large.rate / small.rate));
  const looks = median(pairs.map(({ large }) => large.looks));
  return {
    holders: economy.holders,
    eventsPerSecond: Math.round(rate),
    eventsPerCpuSecond: Math.round(cpuRate),
    looksPerEvent: round(looks),
    baseline: 'events per second with 1,000 holders, window by window',
    baselinePerSecond: Math.round(median(pairs.map(({ small }) => small.rate))),
    ratio: round(ratio),
    // By processor time: somebody else's work on the machine does not make the reducer slow.
    ok: cpuRate >= LEAST_RATE && looks <= MOST_LOOKS && ratio >= LEAST_RATIO,
    accepted: economy.counts.accepted,
    refused: economy.counts.refused,
    forcedExits: economy.counts.exits,
    bytesPerHolder: economy.bytesPerHolder,
  };
}
