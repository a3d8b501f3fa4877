import type { Command } from './batch.ts';
import type { Source } from './entry.ts';
import type { EventOutcome } from './outcome.ts';

/** What a caller gets back: the outcome, and whether its input was the one that is stored. */
export interface Answer {
  readonly outcome: EventOutcome;
  readonly sameInput: boolean;
}

/** How the rest of the house reaches the writers of this process. */
export interface EconomyDoor {
  /** Applies one event and answers after its commit; a repeated source answers as the first time. */
  perform(tenantId: number, command: Command): Promise<Answer>;
  /** The outcome of an event that was submitted in an earlier transaction, once it is there. */
  waitFor(tenantId: number, source: Source): Promise<Answer>;
  /** Returns when no event of the tenant waits any more; throws WriterBusy after half a minute. */
  drain(tenantId: number): Promise<void>;
  /**
   * Lets this process write; without it, it only submits and waits. `always`: on every commit that
   * fills an inbox, here or elsewhere. `on demand`: when somebody waits or drains, for runs that
   * want few large batches.
   */
  start(when: 'always' | 'on demand'): Promise<void>;
}
