import { divideDown, powerOfTen } from '@tuodi/amount';
import { applyEvent, orderIdOf, priceOf, priceText } from '@tuodi/economy';
import type { Account, Applied, Economy, EconomyEvent, EconomyOrder, Reason } from '@tuodi/economy';
import type { Posting } from '../ledger/index.ts';
import { activityOf } from './activity.ts';
import type { ActivityLine } from './activity.ts';
import { canonicalInstant, inputHash, nextHash } from './entry.ts';
import type { LogEntry, Source } from './entry.ts';
import { transferOf } from './journal.ts';
import type { EventOutcome } from './outcome.ts';
import { addToDay } from './today.ts';
import type { Today } from './today.ts';
import type { ClosedDay, StoredOutcome } from './store/batch.ts';

/** An event that waits to be applied, from the inbox or from a caller in this process. */
export interface Command {
  readonly source: Source;
  readonly at: string;
  readonly event: EconomyEvent;
}

/** Where a tenant's log stands, beside the economy itself. */
export interface LogPosition {
  readonly seq: bigint;
  readonly head: Buffer;
  readonly policyVersion: number;
  readonly forcedExits: bigint;
  readonly today: Today;
}

/** An accepted event, for rooms that keep figures of their own (orders). */
export interface AppliedEvent {
  readonly source: Source;
  readonly seq: bigint;
  readonly at: string;
  readonly applied: Applied;
  readonly transferId: string | null;
}

/** Everything that one transaction has to write. */
export interface Batch {
  readonly position: LogPosition;
  readonly entries: readonly (LogEntry & { readonly hash: Buffer })[];
  readonly outcomes: readonly (StoredOutcome & { readonly outcome: EventOutcome })[];
  readonly postings: readonly Posting[];
  readonly accounts: readonly Account[];
  readonly orders: readonly EconomyOrder[];
  readonly activity: readonly (ActivityLine & { readonly seq: bigint; readonly at: string })[];
  readonly days: readonly ClosedDay[];
  readonly applied: readonly AppliedEvent[];
}

const PRICE_UNIT = powerOfTen(12);

/**
 * Applies commands one after the other and collects what is to be written. Pure but for the state,
 * which changes in place: if the batch is not committed, `economy` must be dropped.
 * @param orders the orders that the commands name, by id; changed ones are put back into it.
 */
export function applyBatch(
  economy: Economy,
  start: LogPosition,
  input: {
    readonly commands: readonly Command[];
    readonly orders: Map<string, EconomyOrder>;
    readonly newId: () => string;
  },
): Batch {
  const work = new BatchWork(economy, start, input.orders, input.newId);
  for (const command of input.commands) work.take(command);
  return work.result();
}

class BatchWork {
  readonly #economy: Economy;
  readonly #known: Map<string, EconomyOrder>;
  readonly #newId: () => string;
  readonly #entries: (LogEntry & { hash: Buffer })[] = [];
  readonly #outcomes: (StoredOutcome & { outcome: EventOutcome })[] = [];
  readonly #postings: Posting[] = [];
  readonly #accounts = new Set<string>();
  readonly #orders = new Map<string, EconomyOrder>();
  readonly #activity: (ActivityLine & { seq: bigint; at: string })[] = [];
  readonly #days: ClosedDay[] = [];
  readonly #applied: AppliedEvent[] = [];
  #position: LogPosition;

  constructor(
    economy: Economy,
    start: LogPosition,
    orders: Map<string, EconomyOrder>,
    newId: () => string,
  ) {
    this.#economy = economy;
    this.#position = start;
    this.#known = orders;
    this.#newId = newId;
  }

  take(command: Command): void {
    const { event, source } = command;
    const orderId = orderIdOf(event);
    const order = orderId === undefined ? undefined : this.#known.get(orderId);
    const priceBefore = priceText(this.#economy);
    const outcome = applyEvent(this.#economy, event, order);
    const hash = inputHash(event);
    if (outcome.ok) this.#accept(command, outcome.value, { hash, priceBefore });
    else this.#refuse(source, outcome.refusal.code, hash);
  }

  #refuse(source: Source, reason: Reason, hash: Buffer): void {
    this.#outcomes.push({ source, seq: null, inputHash: hash, outcome: { ok: false, reason } });
  }

  #accept(
    command: Command,
    applied: Applied,
    input: { readonly hash: Buffer; readonly priceBefore: string },
  ): void {
    const at = canonicalInstant(command.at);
    const { source, event } = command;
    const transfer = transferOf(applied);
    const transferId = transfer === undefined ? null : this.#newId();
    const seq = this.#position.seq + 1n;
    const { policyVersion } = this.#position;
    const entry: LogEntry = { seq, at, policyVersion, source, event };
    const { policy } = this.#economy;
    const head = nextHash(this.#position.head, entry, { policy, applied, transfer });
    this.#entries.push({ ...entry, hash: head });
    if (transfer !== undefined && transferId !== null) {
      const cause = { type: source.type, id: source.id };
      this.#postings.push({ id: transferId, transfer, at, cause, ...actorOf(applied) });
    }
    for (const key of applied.touched) this.#accounts.add(key);
    if (applied.order !== undefined) {
      this.#known.set(applied.order.id, applied.order);
      this.#orders.set(applied.order.id, applied.order);
    }
    for (const line of activityOf(applied)) this.#activity.push({ ...line, seq, at });
    if (applied.booked.type === 'close_day') this.#days.push(this.#closedDay(source, seq, applied));
    this.#applied.push({ source, seq, at, applied, transferId });
    this.#outcomes.push({
      source,
      seq,
      inputHash: input.hash,
      outcome: {
        ok: true,
        seq: String(seq),
        at,
        transferId,
        hash: head.toString('hex'),
        priceBefore: input.priceBefore,
        price: priceText(this.#economy),
        facts: factsOf(applied),
      },
    });
    this.#position = {
      ...this.#position,
      seq,
      head,
      forcedExits: this.#position.forcedExits + BigInt(applied.exits.length),
      today: addToDay(this.#position.today, applied.booked),
    };
  }

  #closedDay(source: Source, seq: bigint, applied: Applied): ClosedDay {
    const { money, points } = priceOf(this.#economy);
    const { booked } = applied;
    return {
      day: source.id,
      seq,
      price: divideDown(money * PRICE_UNIT * powerOfTen(10), points),
      reserve: this.#economy.reserve,
      circulating: this.#economy.circulating,
      dividend: booked.type === 'close_day' ? booked.taken : 0n,
      settled: this.#position.today,
    };
  }

  result(): Batch {
    return {
      position: this.#position,
      entries: this.#entries,
      outcomes: this.#outcomes,
      postings: this.#postings,
      accounts: [...this.#accounts].flatMap((key) => this.#economy.accounts.get(key) ?? []),
      orders: [...this.#orders.values()],
      activity: this.#activity,
      days: this.#days,
      applied: this.#applied,
    };
  }
}

/** The acting member or merchant, for finding the transfer again. */
function actorOf({ booked }: Applied): { memberNumber?: bigint; merchantNumber?: bigint } {
  const key = 'buyer' in booked ? booked.buyer : 'account' in booked ? booked.account : '';
  if (key.startsWith('u:')) return { memberNumber: BigInt(key.slice(2)) };
  return key.startsWith('m:') ? { merchantNumber: BigInt(key.slice(2)) } : {};
}

/** The figures of an outcome as text, for whoever waits for it. */
function factsOf(applied: Applied): Record<string, string> {
  const { booked } = applied;
  const facts: Record<string, string> = { type: booked.type };
  for (const [name, value] of Object.entries(booked)) {
    if (typeof value === 'bigint') facts[name] = String(value);
  }
  const flushed = applied.flushes.reduce((sum, flush) => sum + flush.amount, 0n);
  if (flushed > 0n) facts['flushed'] = String(flushed);
  return facts;
}
