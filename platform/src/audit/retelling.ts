import { isDeepStrictEqual } from 'node:util';
import { divideDown, powerOfTen } from '@tuodi/amount';
import { priceOf } from '@tuodi/economy';
import type { Applied, Economy } from '@tuodi/economy';
import type { Transaction } from '../context.ts';
import { activityOf, canonicalInstant, inputHash } from '../economy/index.ts';
import type { StoredEntry, Today } from '../economy/index.ts';
import { compareOrders } from './order-figures.ts';
import {
  closeActivity,
  loadAllDays,
  loadOutcomes,
  nextActivity,
  openActivity,
  outcomesBeyond,
} from './store/log.ts';
import type { ActivityRow, DayRow } from './store/log.ts';

/** An entry of the log as its replay tells it. */
export interface Told {
  readonly entry: StoredEntry;
  readonly applied: Applied;
  readonly priceBefore: string;
  readonly price: string;
  readonly hash: Buffer;
  readonly transferId: string | null;
  /** What the row of the day must say, where the entry closes one. */
  readonly day: ReplayedDay | undefined;
}

type ReplayedDay = Omit<DayRow, 'day' | 'seq' | 'dividend_fen'>;

/** What tables that retell the log say otherwise than its replay. */
export interface Retold {
  readonly outcomes: readonly string[];
  readonly activity: readonly string[];
  readonly days: readonly string[];
  readonly orders: readonly string[];
}

/** Compares the tables that retell the log with its replay, one page after the other. */
export class Retelling {
  readonly #tx: Transaction;
  readonly #tenantId: number;
  /** Rows of days that no entry was found for yet, by place in the log. */
  readonly #days: Map<bigint, DayRow>;
  readonly #found: Record<keyof Retold, string[]> = {
    outcomes: [],
    activity: [],
    days: [],
    orders: [],
  };
  #activity: ActivityRow[] = [];
  #activityEnded = false;

  private constructor(tx: Transaction, tenantId: number, days: readonly DayRow[]) {
    this.#tx = tx;
    this.#tenantId = tenantId;
    this.#days = new Map(days.map((row) => [row.seq, row]));
    if (this.#days.size < days.length) this.#found.days.push('two days closed at one place');
  }

  static async begin(tx: Transaction, tenantId: number): Promise<Retelling> {
    await openActivity(tx, tenantId);
    return new Retelling(tx, tenantId, await loadAllDays(tx, tenantId));
  }

  /** Compares a page of the log that ends at `to`. */
  async compare(page: readonly Told[], to: bigint): Promise<void> {
    await this.#compareOutcomes(page, to);
    await this.#compareActivity(page, to);
    for (const told of page) this.#compareDay(told);
    this.#found.orders.push(...(await compareOrders(this.#tx, this.#tenantId, page)));
  }

  /** What there is besides the log, which ends at `end`, and everything that was found. */
  async end(end: bigint): Promise<Retold> {
    for (const { seq } of await outcomesBeyond(this.#tx, this.#tenantId, end)) {
      this.#found.outcomes.push(`an outcome names entry ${seq}`);
    }
    const [beyond] = [...this.#activity, ...(await nextActivity(this.#tx))];
    if (beyond !== undefined) this.#found.activity.push(`a line names entry ${beyond.seq}`);
    await closeActivity(this.#tx);
    for (const { day } of this.#days.values()) {
      this.#found.days.push(`${day} was never closed at that place`);
    }
    return this.#found;
  }

  async #compareOutcomes(page: readonly Told[], to: bigint): Promise<void> {
    const from = page[0]?.entry.seq;
    if (from === undefined) return;
    const rows = await loadOutcomes(this.#tx, this.#tenantId, { from, to });
    const stored = new Map(rows.map((row) => [row.seq, row]));
    for (const told of page) {
      const { source, seq, event } = told.entry;
      const row = stored.get(seq);
      const same =
        row !== undefined &&
        row.source_type === source.type &&
        row.source_id === source.id &&
        row.input_hash.equals(inputHash(event)) &&
        isDeepStrictEqual(row.outcome, outcomeOf(told));
      if (!same) this.#found.outcomes.push(`entry ${seq} has ${row ? 'another' : 'no'} outcome`);
    }
  }

  async #compareActivity(page: readonly Told[], to: bigint): Promise<void> {
    const stored = Map.groupBy(await this.#activityUpTo(to), (row) => row.seq);
    for (const { entry, applied } of page) {
      const wanted = activityOf(applied).map((line) =>
        lineText({
          ...{ at: entry.at, account_key: line.accountKey, what: line.what },
          ...{ points: line.points, cash_fen: line.cash, order_id: line.orderId },
        }),
      );
      const found = (stored.get(entry.seq) ?? []).map(lineText);
      stored.delete(entry.seq);
      if (!isDeepStrictEqual(wanted.toSorted(), found.toSorted())) {
        this.#found.activity.push(`entry ${entry.seq} has other lines`);
      }
    }
    for (const seq of stored.keys()) this.#found.activity.push(`a line names entry ${seq}`);
  }

  async #activityUpTo(seq: bigint): Promise<ActivityRow[]> {
    const rows = this.#activity;
    while (!this.#activityEnded && (rows.at(-1)?.seq ?? 0n) <= seq) {
      const more = await nextActivity(this.#tx);
      this.#activityEnded = more.length === 0;
      for (const row of more) rows.push(row);
    }
    const cut = rows.findIndex((row) => row.seq > seq);
    this.#activity = cut < 0 ? [] : rows.slice(cut);
    return cut < 0 ? rows : rows.slice(0, cut);
  }

  #compareDay({ entry, applied, day }: Told): void {
    if (day === undefined) return;
    const row = this.#days.get(entry.seq);
    this.#days.delete(entry.seq);
    const dividend_fen = applied.booked.type === 'close_day' ? applied.booked.taken : 0n;
    const wanted = { ...day, day: entry.source.id, seq: entry.seq, dividend_fen };
    if (!isDeepStrictEqual({ ...row }, wanted)) {
      this.#found.days.push(`${entry.source.id} has ${row ? 'other figures' : 'no row'}`);
    }
  }
}

/** The row of a day that closes now. Price: fen per 10^-12 points → 10^-12 yuan per point. */
export function dayOf(economy: Economy, today: Today): ReplayedDay {
  const { money, points } = priceOf(economy);
  return {
    price: divideDown(money * powerOfTen(22), points),
    reserve_fen: economy.reserve,
    circulating_points: economy.circulating,
    orders: today.orders,
    sales_fen: today.sales,
    merchant_fen: today.merchant,
    contribution_fen: today.contribution,
    dividend_share_fen: today.dividend,
    platform_fen: today.platform,
  };
}

/** The outcome of an accepted event as its row must hold it. */
function outcomeOf({ entry, applied, priceBefore, price, hash, transferId }: Told): object {
  const facts: Record<string, string> = { type: applied.booked.type };
  for (const [name, value] of Object.entries(applied.booked)) {
    if (typeof value === 'bigint') facts[name] = String(value);
  }
  const flushed = applied.flushes.reduce((sum, { amount }) => sum + amount, 0n);
  if (flushed > 0n) facts['flushed'] = String(flushed);
  const [seq, at] = [String(entry.seq), entry.at];
  const outcome = { ok: true, seq, at, transferId, hash: hash.toString('hex') };
  return { ...outcome, priceBefore, price, facts };
}

function lineText(line: Omit<ActivityRow, 'seq'>): string {
  const { account_key, what, at, points, cash_fen, order_id } = line;
  return [account_key, what, canonicalInstant(at), points, cash_fen, order_id ?? ''].join(' ');
}
