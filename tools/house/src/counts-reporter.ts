import type { TestEvent } from 'node:test/reporters';

/** What one run of the test runner counted, as one line of JSON. */
export interface Counts {
  readonly tests: number;
  readonly passed: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly skipped: number;
}

/** A reporter for `node --test`, beside the one for people: the counts of the whole run, once. */
export default async function* counts(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    // Each file has a summary of its own; the one of the run names no file.
    if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
    yield `${JSON.stringify(event.data.counts)}\n`;
  }
}
