import { accountsRecord, replayEvent, startReplay, stateRecord, totalsOf } from '@tuodi/economy';
import type { Economy, EconomyOrder, Replay } from '@tuodi/economy';
import { accountId } from '@tuodi/ledger';
import type { Transfer } from '@tuodi/ledger';
import type { Transaction } from '../context.ts';
import { firstHash, loadBooks, loadLogPage, nextHash, transferOf } from '../economy/index.ts';
import type { Books, StoredEntry } from '../economy/index.ts';
import { transfersOfCause } from '../ledger/index.ts';
import type { StoredTransfer } from '../ledger/index.ts';

const PAGE = 5_000;
const OF_PAYMENTS = new Set(['payment_confirmed', 'payment_unexpected', 'refund_confirmed']);

/** What the replay of a log from zero found, check by check. Empty lists are good news. */
export interface ReplayFindings {
  readonly events: bigint;
  readonly state: readonly string[];
  readonly chain: readonly string[];
  readonly transfers: readonly string[];
  readonly economy: Economy;
}

/** Replays the whole log inside one snapshot; memory grows with holders and orders. */
export async function replayLog(tx: Transaction, tenantId: number): Promise<ReplayFindings> {
  const books = await loadBooks(tx, tenantId);
  const started = startReplay(books.policy);
  if (!started.ok) throw new Error(`the stored policy is refused: ${started.refusal.why}`);
  const replay = started.value;
  const chain: string[] = [];
  const transfers: string[] = [];
  let head = firstHash(books.policy);
  let seq = 0n;
  for (;;) {
    const page = await loadLogPage(tx, tenantId, { after: seq, limit: PAGE });
    if (page.length === 0) break;
    const stored = await transfersOf(tx, tenantId, page);
    for (const entry of page) {
      if (entry.seq !== seq + 1n) chain.push(`entry ${seq + 1n} is missing`);
      seq = entry.seq;
      const outcome = replayEvent(replay, entry.event);
      if (!outcome.ok) {
        chain.push(`entry ${seq} is refused on replay: ${outcome.refusal.code}`);
        continue;
      }
      const transfer = transferOf(outcome.value);
      const { policy } = replay.economy;
      head = nextHash(head, entry, { policy, applied: outcome.value, transfer });
      if (!head.equals(entry.hash)) chain.push(`entry ${seq} has another hash`);
      const difference = compareTransfer(transfer, stored.get(sourceKey(entry)) ?? []);
      if (difference !== undefined) transfers.push(`entry ${seq}: ${difference}`);
    }
  }
  if (seq !== books.seq) chain.push(`the log ends at ${seq}, the state says ${books.seq}`);
  if (!head.equals(books.head)) chain.push('the head is not the hash of the last entry');
  return {
    events: seq,
    state: compareState(replay, books),
    chain,
    transfers,
    economy: replay.economy,
  };
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
): string | undefined {
  if (wanted === undefined) {
    return stored.length === 0 ? undefined : 'moved nothing, but has a transfer';
  }
  const [only, ...more] = stored;
  if (only === undefined || more.length > 0) return `has ${stored.length} transfers, not one`;
  const wantedLegs = wanted.legs.map((leg) => `${accountId(leg.account)} ${leg.amount}`);
  const storedLegs = only.accountIds.map((id, at) => `${id} ${only.amounts[at] ?? 0n}`);
  const same = only.kind === wanted.kind && wantedLegs.join() === storedLegs.join();
  return same ? undefined : `its transfer ${only.id} has other legs`;
}

/** Pots, totals, accounts and orders of the replay against the tables. */
function compareState({ economy, orders }: Replay, books: Books): string[] {
  const differences: string[] = [];
  const compare = (name: string, replayed: unknown, stored: unknown): void => {
    const [a, b] = [text(replayed), text(stored)];
    if (a !== b) differences.push(`${name}: replay ${a}, tables ${b}`);
  };
  const [state, stored] = [stateRecord(economy), stateRecord(books.economy)];
  compare('state', state, stored);
  compare('totals', totalsOf(economy), totalsOf(books.economy));
  const accounts = accountsRecord(economy).accounts;
  const storedAccounts = accountsRecord(books.economy).accounts;
  for (const key of new Set([...Object.keys(accounts), ...Object.keys(storedAccounts)])) {
    compare(`account ${key}`, accounts[key], storedAccounts[key]);
  }
  const storedOrders = new Map(books.orders.map((order) => [order.id, order]));
  for (const id of new Set([...orders.keys(), ...storedOrders.keys()])) {
    compare(`order ${id}`, fields(orders.get(id)), fields(storedOrders.get(id)));
  }
  return differences;
}

/** An order with its fields in one order, whatever made it. */
function fields(order: EconomyOrder | undefined): unknown {
  return order === undefined
    ? undefined
    : Object.entries(order).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function text(value: unknown): string {
  return (
    JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? `${one}` : one)) ??
    'nothing'
  );
}
