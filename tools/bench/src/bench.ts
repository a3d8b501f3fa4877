/** One row of a benchmark: figures, each with its baseline in the same run. */
export type Figures = Readonly<Record<string, number | string | boolean | null | Counts>>;

type Counts = Readonly<Record<string, number>>;

export interface Bench {
  readonly name: string;
  /** What it measures, in a sentence. */
  readonly about: string;
  /** Yields row after row while it measures. A row whose `ok` is false misses its requirement. */
  run(): AsyncGenerator<Figures>;
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** The value below which `share` of the values lie; `share` between 0 and 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** To three significant decimals, for reading. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
