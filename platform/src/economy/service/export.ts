import { createHash } from 'node:crypto';
import { accountsRecord, restoreEconomy, stateRecord } from '@tuodi/economy';
import type { Economy, Policy } from '@tuodi/economy';
import { invariant } from '@tuodi/outcome';
import type { Context, Transaction } from '../../context.ts';
import { loadAccounts } from '../store/load.ts';
import { loadLogAfter } from '../store/view.ts';
import { loadEconomyState } from './state.ts';

const PAGE = 5_000;

/**
 * The log in the format that `economy replay` reads: the policy with all fields, then every event
 * with its time and source. Pages through the log up to where it stood at the beginning.
 */
export async function* exportLog(context: Context, tenantId: number): AsyncGenerator<string> {
  const state = await context.transaction(tenantId, (tx) => loadEconomyState(tx, tenantId));
  yield JSON.stringify({ type: 'policy', ...state.fields, ...gridsOf(state.policy) });
  for (let after = 0n; after < state.seq;) {
    const page = await context.transaction(tenantId, (tx) =>
      loadLogAfter(tx, tenantId, { after, limit: PAGE }),
    );
    invariant(page.length > 0, 'the log reaches the state’s number');
    for (const entry of page) {
      if (entry.seq > state.seq) return;
      invariant(entry.seq === after + 1n, 'the log is gapless');
      after = entry.seq;
      const source = `${entry.source.type}:${entry.source.id}`;
      yield JSON.stringify({ ...entry.event, at: entry.at, source });
    }
  }
}

/** The grids as integers, as the contract's own examples write them. */
function gridsOf({ moneyDecimals, pointDecimals, dDecimals }: Policy): object {
  return {
    money_decimals: moneyDecimals,
    point_decimals: pointDecimals,
    d_decimals: dDecimals,
  };
}

/** The present state as one record of the log's format, with accounts. */
export async function showEconomy(context: Context, tenantId: number): Promise<object> {
  const economy = await context.snapshot(tenantId, (tx) => loadEconomy(tx, tenantId));
  return { ...stateRecord(economy), ...accountsRecord(economy) };
}

/** The whole economy from its tables, as a snapshot sees it. */
export async function loadEconomy(tx: Transaction, tenantId: number): Promise<Economy> {
  const { policy, totals } = await loadEconomyState(tx, tenantId);
  return restoreEconomy(policy, totals, await loadAccounts(tx, tenantId));
}

/** Fields of a record that tell of the last event and not of the state. */
const OF_THE_EVENT = new Set(['seq', 'type', 'ok', 'reason', 'exits', 'paid']);

/**
 * SHA-256 of a final record without what tells of its last event: keys sorted, no spaces, UTF-8.
 * Two economies with the same hash have the same pots and the same accounts, to the last digit.
 */
export function hashOfRecord(record: object): string {
  const kept = Object.entries(record).filter(([name]) => !OF_THE_EVENT.has(name));
  return createHash('sha256')
    .update(sortedJson(Object.fromEntries(kept)))
    .digest('hex');
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${sortedJson(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
