import { orderIdOf, restoreEconomy } from '@tuodi/economy';
import type { Economy } from '@tuodi/economy';
import { invariant } from '@tuodi/outcome';
import type { Context, Transaction } from '../context.ts';
import { postAll } from '../ledger/index.ts';
import { applyBatch } from './batch.ts';
import type { AppliedEvent, Batch, Command, LogPosition } from './batch.ts';
import type { Answer } from './door.ts';
import { inputHash } from './entry.ts';
import type { Source } from './entry.ts';
import { readOutcome } from './outcome.ts';
import type { EventOutcome } from './outcome.ts';
import {
  drainInbox,
  insertActivity,
  insertDays,
  insertLog,
  insertOutcomes,
  loadOutcomes,
  updateState,
  upsertAccounts,
  upsertOrders,
} from './store/batch.ts';
import { returnLease, takeLease } from './store/lease.ts';
import { loadEconomyState } from './service/state.ts';
import { loadAccounts, loadOrders } from './store/load.ts';

/** Writes into other rooms' tables what a batch means for them, inside its transaction. */
export type BatchHook = (
  tx: Transaction,
  tenantId: number,
  applied: readonly AppliedEvent[],
) => Promise<void>;

interface Waiting extends Command {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Loaded {
  readonly economy: Economy;
  readonly epoch: bigint;
  position: LogPosition;
}

const LARGEST_BATCH = 2_000;
const LEASE_SECONDS = 4;
const FIRST_REST_MS = 250;
const LONGEST_REST_MS = 60_000;

export interface TenantWriterOptions {
  readonly context: Context;
  readonly tenantId: number;
  readonly owner: string;
  readonly hooks: readonly BatchHook[];
}

/**
 * The single writer of one tenant in this process. Batches need no timer: each takes what arrived
 * while the one before was committed.
 */
export class TenantWriter {
  readonly #context: Context;
  readonly #tenantId: number;
  readonly #owner: string;
  readonly #hooks: readonly BatchHook[];
  #queue: Waiting[] = [];
  #loaded: Loaded | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #faults = 0;
  #restsUntil = 0;

  constructor(options: TenantWriterOptions) {
    this.#context = options.context;
    this.#tenantId = options.tenantId;
    this.#owner = options.owner;
    this.#hooks = options.hooks;
  }

  /** The epoch under which this process writes, undefined while it does not. */
  get epoch(): bigint | undefined {
    return this.#loaded?.epoch;
  }

  /** How many commands of this process wait. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Applies a command of this process; the answer comes after its commit. */
  submit(command: Command): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ ...command, resolve, reject });
      void this.wake();
    });
  }

  /** Works until inbox and queue are empty. Settles when that is so; never throws. */
  wake(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#work();
    return this.#running;
  }

  /** Stops after the batch that runs, and gives the lease back. */
  async close(): Promise<void> {
    await this.#running;
    const loaded = this.#loaded;
    this.#loaded = undefined;
    if (loaded === undefined) return;
    await this.#context.writerTransaction(this.#tenantId, (tx) =>
      returnLease(tx, this.#tenantId, loaded.epoch),
    );
  }

  /** Drops the state in memory, if it is still that of `epoch`: the next batch loads it again. */
  drop(epoch: bigint): void {
    if (this.#loaded?.epoch === epoch) this.#loaded = undefined;
  }

  async #work(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        await this.#turn(this.#queue.splice(0, LARGEST_BATCH));
      }
    } finally {
      // In the same breath as the loop's last look: a wake in between would be lost.
      this.#running = undefined;
    }
  }

  /** One batch, and the answers to those who wait for it. */
  async #turn(commands: readonly Waiting[]): Promise<void> {
    if (Date.now() < this.#restsUntil) {
      for (const one of commands) one.reject(new WriterBusy('this economy rests after a fault'));
      return;
    }
    try {
      const loaded = await this.#load();
      if (loaded === undefined) {
        // Somebody else holds the lease: his batches take the inbox, not what was handed to us.
        for (const one of commands) one.reject(new WriterElsewhere());
        return;
      }
      const taken = await this.#batch(loaded, commands);
      if (taken === LARGEST_BATCH || this.#queue.length > 0) this.#again = true;
      this.#faults = 0;
    } catch (error) {
      this.#loaded = undefined;
      // One sick tenant must not cost the others anything: it is tried again ever more seldom.
      this.#restsUntil = Date.now() + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** this.#faults);
      this.#faults += 1;
      this.#context.log.error({ err: error, tenantId: this.#tenantId }, 'an economy batch failed');
      for (const one of commands) one.reject(error);
    }
  }

  async #load(): Promise<Loaded | undefined> {
    if (this.#loaded !== undefined) return this.#loaded;
    const stored = await this.#context.writerTransaction(this.#tenantId, async (tx) => {
      const lease = { owner: this.#owner, seconds: LEASE_SECONDS };
      const epoch = await takeLease(tx, this.#tenantId, lease);
      if (epoch === null) return undefined;
      const state = await loadEconomyState(tx, this.#tenantId);
      return { epoch, state, accounts: await loadAccounts(tx, this.#tenantId) };
    });
    if (stored === undefined) return undefined;
    // Built outside the transaction, whose session may not idle: the epoch fences either way.
    const { epoch, state, accounts } = stored;
    const { seq, head, policyVersion, forcedExits, today } = state;
    this.#loaded = {
      economy: restoreEconomy(state.policy, state.totals, accounts),
      epoch,
      position: { seq, head, policyVersion, forcedExits, today },
    };
    return this.#loaded;
  }

  /** One transaction. @returns how many rows it took from the inbox. */
  async #batch(loaded: Loaded, waiting: readonly Waiting[]): Promise<number> {
    // The state changes in place, so a transaction that is repeated must not apply twice.
    let applied = false;
    const done = await this.#context.writerTransaction(this.#tenantId, async (tx) => {
      invariant(!applied, 'a batch is applied once; after an error the state is loaded again');
      const inbox = await drainInbox(tx, this.#tenantId, LARGEST_BATCH);
      const commands = [...inbox, ...waiting];
      if (commands.length === 0) return undefined;
      const [orders, known] = await Promise.all([
        loadOrders(tx, this.#tenantId, orderIds(commands)),
        this.#knownAnswers(tx, commands),
      ]);
      const fresh = firstOfEachSource(commands).filter((one) => !known.has(keyOf(one.source)));
      applied = true;
      const batch = applyBatch(loaded.economy, loaded.position, {
        commands: fresh,
        orders,
        newId: () => this.#context.random.uuid(),
      });
      await this.#write(tx, loaded, batch);
      return { batch, known, taken: inbox.length };
    });
    if (done === undefined) return 0;
    loaded.position = done.batch.position;
    this.#reportRefusals(done.batch);
    this.#answer(waiting, done.known, done.batch);
    return done.taken;
  }

  async #knownAnswers(
    tx: Transaction,
    commands: readonly Command[],
  ): Promise<Map<string, { readonly outcome: EventOutcome; readonly inputHash: Buffer }>> {
    const sources = commands.map((one) => one.source);
    const stored = await loadOutcomes(tx, this.#tenantId, sources);
    return new Map(
      stored.map((one) => [
        keyOf(one.source),
        { outcome: readOutcome(one.outcome), inputHash: one.inputHash },
      ]),
    );
  }

  async #write(tx: Transaction, loaded: Loaded, batch: Batch): Promise<void> {
    const tenantId = this.#tenantId;
    const wall = this.#context.clock.wall();
    // The fence goes first: a writer that lost its lease learns it before it writes anything.
    await updateState(tx, tenantId, {
      economy: loaded.economy,
      epoch: loaded.epoch,
      seqBefore: loaded.position.seq,
      ...batch.position,
    });
    insertOutcomes(tx, tenantId, batch.outcomes);
    if (batch.entries.length > 0) {
      insertLog(tx, tenantId, { entries: batch.entries, wall });
      postAll(tx, tenantId, { postings: batch.postings, wall });
    }
    if (batch.accounts.length > 0) upsertAccounts(tx, tenantId, batch.accounts);
    if (batch.orders.length > 0) upsertOrders(tx, tenantId, batch.orders);
    if (batch.activity.length > 0) insertActivity(tx, tenantId, batch.activity);
    if (batch.days.length > 0) insertDays(tx, tenantId, batch.days);
    await Promise.all(this.#hooks.map((hook) => hook(tx, tenantId, batch.applied)));
  }

  /** Events of other rooms cannot be refused by the rules; if one is, that is a bug of ours. */
  #reportRefusals(batch: Batch): void {
    for (const { source, outcome } of batch.outcomes) {
      if (outcome.ok || source.type === 'http') continue;
      this.#context.log.error(
        { tenantId: this.#tenantId, source, reason: outcome.reason },
        'fault: the economy refused an event of the house',
      );
    }
  }

  #answer(
    waiting: readonly Waiting[],
    known: ReadonlyMap<string, { readonly outcome: EventOutcome; readonly inputHash: Buffer }>,
    batch: Batch,
  ): void {
    const fresh = new Map(batch.outcomes.map((one) => [keyOf(one.source), one]));
    for (const one of waiting) {
      const found = known.get(keyOf(one.source)) ?? fresh.get(keyOf(one.source));
      if (found === undefined) one.reject(new Error('broken: a command has an outcome'));
      else {
        const sameInput = found.inputHash.equals(inputHash(one.event));
        one.resolve({ outcome: found.outcome, sameInput });
      }
    }
  }
}

/** Too much waits, or the writer rests: the caller is asked to come back (503 with Retry-After). */
export class WriterBusy extends Error {
  override readonly name = 'WriterBusy';
}

/** Another process writes for this tenant; ask there, or through the inbox. */
export class WriterElsewhere extends Error {
  override readonly name = 'WriterElsewhere';

  constructor() {
    super('another process holds the lease of this economy');
  }
}

function keyOf(source: Source): string {
  return JSON.stringify([source.type, source.id]);
}

/** A source that is there twice (an inbox row and a caller) happens once. */
function firstOfEachSource(commands: readonly Command[]): Command[] {
  const first = new Map<string, Command>();
  for (const command of commands) {
    const key = keyOf(command.source);
    if (!first.has(key)) first.set(key, command);
  }
  return [...first.values()];
}

function orderIds(commands: readonly Command[]): string[] {
  return [...new Set(commands.flatMap((one) => orderIdOf(one.event) ?? []))];
}
