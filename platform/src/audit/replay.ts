import { fen, growthUnits } from '@tuodi/amount';
import { priceText, replayEvent, startReplay, stateRecord, totalsOf } from '@tuodi/economy';
import type { Account, Economy, Replay, StoredAccount } from '@tuodi/economy';
import { accountId, assetId, assetOf, genesis } from '@tuodi/ledger';
import type { Transfer } from '@tuodi/ledger';
import type { Transaction } from '../context.ts';
import {
  addToDay,
  canonicalInstant,
  firstHash,
  loadBooks,
  loadEconomyState,
  loadLogPage,
  NEW_DAY,
  nextHash,
  transferOf,
} from '../economy/index.ts';
import type { Books, StoredEntry, Today } from '../economy/index.ts';
import { transfersOfCause } from '../ledger/index.ts';
import type { StoredTransfer } from '../ledger/index.ts';
import { dayOf, Retelling } from './retelling.ts';
import type { Retold, Told } from './retelling.ts';

const PAGE = 5_000;
const OF_PAYMENTS = new Set(['payment_confirmed', 'payment_unexpected', 'refund_confirmed']);

/** What the replay of a log from zero found, check by check. Empty lists are good news. */
export interface ReplayFindings {
  readonly events: bigint;
  readonly state: readonly string[];
  readonly chain: readonly string[];
  readonly transfers: readonly string[];
  /** Outcomes, histories, days and orders' figures as rows tell them, against the replay. */
  readonly retold: Retold;
  /** All legs of all replayed transfers, by account id. */
  readonly legs: ReadonlyMap<bigint, bigint>;
  readonly economy: Economy;
}

/** Replays the whole log inside one snapshot; memory grows with holders, orders and days. */
export async function replayLog(tx: Transaction, tenantId: number): Promise<ReplayFindings> {
  const books = await loadBooks(tx, tenantId);
  const started = startReplay(books.policy);
  if (!started.ok) throw new Error(`the stored policy is refused: ${started.refusal.why}`);
  const replay = started.value;
  const walk = new Walk(replay, firstHash(books.policy));
  const retelling = await Retelling.begin(tx, tenantId);
  for (;;) {
    const page = await loadLogPage(tx, tenantId, { after: walk.seq, limit: PAGE });
    if (page.length === 0) break;
    const stored = await transfersOf(tx, tenantId, page);
    const told: Told[] = [];
    for (const entry of page) {
      const one = walk.take(entry, stored.get(sourceKey(entry)) ?? []);
      if (one !== undefined) told.push(one);
    }
    await retelling.compare(told, walk.seq);
  }
  const { seq, head, chain } = walk;
  if (seq !== books.seq) chain.push(`the log ends at ${seq}, the state says ${books.seq}`);
  if (!head.equals(books.head)) chain.push('the head is not the hash of the last entry');
  const state = await loadEconomyState(tx, tenantId);
  return {
    events: seq,
    state: [
      ...compareState(replay, books),
      ...compareText('forced exits', walk.forcedExits, state.forcedExits),
      ...compareText('today', walk.today, state.today),
    ],
    chain,
    transfers: walk.transfers,
    retold: await retelling.end(seq),
    legs: walk.legs,
    economy: replay.economy,
  };
}

/** One way through a log: where it stands, and what it found on the way. */
class Walk {
  readonly chain: string[] = [];
  readonly transfers: string[] = [];
  readonly legs = new Map<bigint, bigint>();
  seq = 0n;
  head: Buffer;
  forcedExits = 0n;
  today: Today = NEW_DAY;
  readonly #replay: Replay;

  constructor(replay: Replay, head: Buffer) {
    this.#replay = replay;
    this.head = head;
    const { reserve, issued } = replay.economy;
    this.#addLegs(genesis(fen(reserve), growthUnits(issued)));
  }

  /** Replays the next entry. @returns undefined where the rules refuse it. */
  take(entry: StoredEntry, stored: readonly StoredTransfer[]): Told | undefined {
    const { economy } = this.#replay;
    if (entry.seq !== this.seq + 1n) this.chain.push(`entry ${this.seq + 1n} is missing`);
    this.seq = entry.seq;
    const priceBefore = priceText(economy);
    const outcome = replayEvent(this.#replay, entry.event);
    if (!outcome.ok) {
      this.chain.push(`entry ${entry.seq} is refused on replay: ${outcome.refusal.code}`);
      return undefined;
    }
    const applied = outcome.value;
    const transfer = transferOf(applied);
    this.head = nextHash(this.head, entry, { policy: economy.policy, applied, transfer });
    if (!this.head.equals(entry.hash)) this.chain.push(`entry ${entry.seq} has another hash`);
    const difference = compareTransfer(transfer, stored, entry.at);
    if (difference !== undefined) this.transfers.push(`entry ${entry.seq}: ${difference}`);
    this.#addLegs(transfer);
    const day = applied.booked.type === 'close_day' ? dayOf(economy, this.today) : undefined;
    this.forcedExits += BigInt(applied.exits.length);
    this.today = addToDay(this.today, applied.booked);
    return {
      ...{ entry, applied, priceBefore, price: priceText(economy), hash: this.head, day },
      transferId: transfer === undefined ? null : (stored[0]?.id ?? null),
    };
  }

  #addLegs(transfer: Transfer | undefined): void {
    for (const { account, amount } of transfer?.legs ?? []) {
      const id = accountId(account);
      this.legs.set(id, (this.legs.get(id) ?? 0n) + amount);
    }
  }
}

async function transfersOf(
  tx: Transaction,
  tenantId: number,
  page: readonly StoredEntry[],
): Promise<Map<string, StoredTransfer[]>> {
  const idsByType = Map.groupBy(page, (entry) => entry.source.type);
  const found = new Map<string, StoredTransfer[]>();
  for (const [type, entries] of idsByType) {
    const ids = entries.map((entry) => entry.source.id);
    for (const row of await transfersOfCause(tx, tenantId, { type, ids })) {
      // A payment may name the same cause (the order that it paid); it is no event's transfer.
      if (OF_PAYMENTS.has(row.kind)) continue;
      const key = JSON.stringify([row.causeType, row.causeId]);
      found.set(key, [...(found.get(key) ?? []), row]);
    }
  }
  return found;
}

function sourceKey({ source }: StoredEntry): string {
  return JSON.stringify([source.type, source.id]);
}

/** An event has one transfer with exactly the legs that its replay makes, or none. */
function compareTransfer(
  wanted: Transfer | undefined,
  stored: readonly StoredTransfer[],
  at: string,
): string | undefined {
  if (wanted === undefined) {
    return stored.length === 0 ? undefined : 'moved nothing, but has a transfer';
  }
  const [only, ...more] = stored;
  if (only === undefined || more.length > 0) return `has ${stored.length} transfers, not one`;
  const wantedLegs = wanted.legs.map(
    ({ account, amount }) => `${accountId(account)} ${assetId(assetOf(account))} ${amount}`,
  );
  const storedLegs = only.accountIds.map(
    (id, n) => `${id} ${only.assets[n] ?? 0} ${only.amounts[n] ?? 0n}`,
  );
  if (only.kind !== wanted.kind || wantedLegs.join() !== storedLegs.join()) {
    return `its transfer ${only.id} has other legs`;
  }
  return canonicalInstant(only.at) === at ? undefined : `its transfer ${only.id} has another time`;
}

/** Pots, totals, accounts and orders of the replay against the tables. */
function compareState({ economy, orders }: Replay, books: Books): string[] {
  const accounts = (of: Economy) => new Map([...of.accounts].map(([key, one]) => [key, kept(one)]));
  const storedOrders = new Map(books.orders.map((order) => [order.id, order]));
  return [
    ...compareText('state', stateRecord(economy), stateRecord(books.economy)),
    ...compareText('totals', totalsOf(economy), totalsOf(books.economy)),
    ...compareMaps('account', accounts(economy), accounts(books.economy)),
    ...compareMaps('order', orders, storedOrders),
  ];
}

/** An account without what is derived from the rest of it. */
function kept({ place: _place, kind: _kind, ...stored }: Account): StoredAccount {
  return stored;
}

function compareMaps(
  what: string,
  replayed: ReadonlyMap<string, object>,
  stored: ReadonlyMap<string, object>,
): string[] {
  return [...new Set([...replayed.keys(), ...stored.keys()])].flatMap((key) =>
    compareText(`${what} ${key}`, fields(replayed.get(key)), fields(stored.get(key))),
  );
}

function compareText(name: string, replayed: unknown, stored: unknown): string[] {
  const [a, b] = [text(replayed), text(stored)];
  return a === b ? [] : [`${name}: replay ${a}, tables ${b}`];
}

/** An order or account with its fields in one order, whatever made it. */
function fields(one: object | undefined): unknown {
  return one === undefined
    ? undefined
    : Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function text(value: unknown): string {
  return (
    JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? `${one}` : one)) ??
    'nothing'
  );
}
