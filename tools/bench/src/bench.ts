/** One row of a benchmark: figures, each with its baseline in the same run. */
export type Figures = Readonly<Record<string, number | string | boolean | null>>;

export interface Bench {
  readonly name: string;
  /** Yields row after row while it measures. */
  run(): AsyncGenerator<Figures>;
}
