/** What one check found out. No fault: it has passed. */
export interface Findings {
  readonly facts: Readonly<Record<string, number | string | boolean>>;
  /** Sentences, each about one thing that is wrong. */
  readonly faults: readonly string[];
}

export interface CheckOptions {
  /** What every random choice comes from; printed, so that a failure can be repeated. */
  readonly seed: number;
  /** How often something is killed. */
  readonly kills: number;
  /** How many random events the reducer and its twin are given. */
  readonly events: number;
}

export interface Check {
  readonly name: string;
  readonly about: string;
  run(options: CheckOptions): Promise<Findings>;
}

/** Collects faults; the first few of a kind say enough. */
export class Faults {
  readonly #found: string[] = [];

  expect(holds: boolean, otherwise: string): void {
    if (!holds) this.#found.push(otherwise);
  }

  get list(): readonly string[] {
    const most = 20;
    if (this.#found.length <= most) return [...this.#found];
    return [...this.#found.slice(0, most), `and ${this.#found.length - most} more`];
  }
}
