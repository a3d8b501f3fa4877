import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import type { Command } from './batch.ts';
import type { Answer, EconomyDoor } from './door.ts';
import { inputHash } from './entry.ts';
import type { Source } from './entry.ts';
import { listenToInbox } from './listen.ts';
import type { Listener } from './listen.ts';
import { readOutcome } from './outcome.ts';
import {
  countInbox,
  INBOX_CHANNEL,
  insertInbox,
  loadOutcome,
  tenantsWithEvents,
} from './store/inbox.ts';
import { renewLease } from './store/lease.ts';
import { TenantWriter, WriterBusy, WriterElsewhere } from './tenant-writer.ts';
import type { BatchHook } from './tenant-writer.ts';

const POLL_MS = 250;
const RENEW_MS = 1_000;
const LEASE_SECONDS = 4;
const PATIENCE_MS = 30_000;

/**
 * The economy's writers of one process, one per tenant, made when a tenant first has an event. A
 * process that may not write (`start` was not called) only submits and waits for outcomes.
 */
export class EconomyWriters implements EconomyDoor {
  readonly #context: Context;
  readonly #hooks: readonly BatchHook[];
  readonly #owner: string;
  readonly #writers = new Map<number, TenantWriter>();
  #listener: Listener | undefined;
  #timers: NodeJS.Timeout[] = [];
  #writing = false;
  #closing = false;

  constructor(context: Context, hooks: readonly BatchHook[]) {
    this.#context = context;
    this.#hooks = hooks;
    this.#owner = `${process.pid}-${context.random.uuid()}`;
  }

  async start(when: 'always' | 'on demand'): Promise<void> {
    this.#writing = true;
    this.#every(RENEW_MS, () => this.#renew());
    if (when === 'on demand') return;
    this.#listener = await listenToInbox(this.#context, (tenantId) => this.#wake(tenantId));
    // A notification can be missed while the connection is away.
    this.#every(POLL_MS, () => this.#look());
    await this.#look();
  }

  /**
   * Applies one event and answers after its commit: in this process where it holds the lease, else
   * through the inbox. Repeating a source answers what it came to the first time.
   */
  async perform(tenantId: number, command: Command): Promise<Answer> {
    if (this.#writing) {
      const writer = this.#writerOf(tenantId);
      if (writer.waiting >= 20_000) throw new WriterBusy('the economy is busy');
      try {
        return await writer.submit(command);
      } catch (error) {
        if (!(error instanceof WriterElsewhere)) throw error;
      }
    }
    await this.#context.transaction(tenantId, (tx) => insertInbox(tx, tenantId, [command]));
    const answer = await this.waitFor(tenantId, command.source);
    return { ...answer, sameInput: answer.inputHash.equals(inputHash(command.event)) };
  }

  /** The outcome of an event that was submitted, once it is there. */
  async waitFor(tenantId: number, source: Source): Promise<Answer & { inputHash: Buffer }> {
    const deadline = Date.now() + PATIENCE_MS;
    for (let pause = 1; !this.#closing && Date.now() < deadline; pause = Math.min(pause * 2, 50)) {
      if (this.#writing) await this.#writerOf(tenantId).wake();
      const stored = await this.#context.transaction(tenantId, (tx) =>
        loadOutcome(tx, tenantId, source),
      );
      if (stored !== null) {
        const { inputHash: hash } = stored;
        return { outcome: readOutcome(stored.outcome), sameInput: true, inputHash: hash };
      }
      await sleep(pause);
    }
    throw new WriterBusy('no writer has applied the event yet');
  }

  /** Returns when no event of the tenant waits any more. */
  async drain(tenantId: number): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    for (let pause = 1; !this.#closing && Date.now() < deadline; pause = Math.min(pause * 2, 100)) {
      if (this.#writing) await this.#writerOf(tenantId).wake();
      const left = await this.#context.transaction(tenantId, (tx) => countInbox(tx, tenantId));
      if (left === 0n) return;
      await sleep(pause);
    }
    throw new WriterBusy('events still wait');
  }

  /**
   * Wakes the writer of a tenant after a commit that filled its inbox, if it writes here. False:
   * whoever listens must be told, there may be a writer elsewhere.
   */
  wakeHere(channel: string, payload: string): boolean {
    if (channel !== INBOX_CHANNEL || this.#listener === undefined) return false;
    const tenantId = Number(payload);
    if (this.#writers.get(tenantId)?.epoch === undefined) return false;
    this.#wake(tenantId);
    return true;
  }

  /** Finishes the running batches and gives the leases back. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#listener?.close();
    await Promise.all([...this.#writers.values()].map((writer) => writer.close()));
  }

  #writerOf(tenantId: number): TenantWriter {
    let writer = this.#writers.get(tenantId);
    if (writer === undefined) {
      writer = new TenantWriter({
        context: this.#context,
        tenantId,
        owner: this.#owner,
        hooks: this.#hooks,
      });
      this.#writers.set(tenantId, writer);
    }
    return writer;
  }

  #wake(tenantId: number): void {
    if (!this.#closing) void this.#writerOf(tenantId).wake();
  }

  async #look(): Promise<void> {
    const tenants = await this.#context.writerOutsideTenant(tenantsWithEvents);
    for (const tenantId of tenants) this.#wake(tenantId);
  }

  /** Keeps the leases; one that was lost takes the state in memory with it. */
  async #renew(): Promise<void> {
    for (const [tenantId, writer] of this.#writers) {
      const { epoch } = writer;
      if (epoch === undefined) continue;
      const ours = await this.#context.writerTransaction(tenantId, (tx) =>
        renewLease(tx, tenantId, { epoch, seconds: LEASE_SECONDS }),
      );
      if (!ours) writer.drop(epoch);
    }
  }

  /** Runs `work` again and again, never twice at once; a failure is logged and tried again. */
  #every(milliseconds: number, work: () => Promise<void>): void {
    let busy = false;
    const timer = setInterval(() => {
      if (busy || this.#closing) return;
      busy = true;
      work()
        .catch((error: unknown) => {
          if (!this.#closing) this.#context.log.warn({ err: error }, 'the economy could not look');
        })
        .finally(() => {
          busy = false;
        });
    }, milliseconds);
    timer.unref();
    this.#timers.push(timer);
  }
}
