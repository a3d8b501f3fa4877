import type { EconomyEvent } from '@tuodi/economy';
import type { Transaction } from '../../context.ts';
import type { ActivityLine } from '../activity.ts';
import { canonicalInstant } from '../entry.ts';
import type { LogEntry } from '../entry.ts';
import type { ClosedDay, StoredOutcome } from './batch.ts';

/** The outcome of the event at one place of the log. */
export async function loadOutcomeOfSeq(
  tx: Transaction,
  tenantId: number,
  seq: bigint,
): Promise<StoredOutcome | null> {
  const row = await tx.first<{
    source_type: string;
    source_id: string;
    input_hash: Buffer;
    outcome: unknown;
  }>(
    `select source_type, source_id, input_hash, outcome
     from economy_outcomes
     where tenant_id = $1
       and seq = $2`,
    [tenantId, seq],
  );
  if (row === undefined) return null;
  const source = { type: row.source_type, id: row.source_id };
  return { source, seq, inputHash: row.input_hash, outcome: row.outcome };
}

export type StoredEntry = LogEntry & { readonly hash: Buffer };

interface LogRow {
  seq: bigint;
  at: string;
  policy_version: number;
  source_type: string;
  source_id: string;
  event: EconomyEvent;
  hash: Buffer;
}

/** The next entries of the log after `after`, oldest first. */
export async function loadLogAfter(
  tx: Transaction,
  tenantId: number,
  page: { readonly after: bigint; readonly limit: number },
): Promise<StoredEntry[]> {
  const rows = await tx.query<LogRow>(
    `select seq, at, policy_version, source_type, source_id, event, hash
     from economy_log
     where tenant_id = $1
       and seq > $2
     order by seq
     limit $3`,
    [tenantId, page.after, page.limit],
  );
  return rows.map(toEntry);
}

/** Entries of the log before `before`, newest first. */
export async function loadLogBefore(
  tx: Transaction,
  tenantId: number,
  page: { readonly before: bigint; readonly limit: number },
): Promise<StoredEntry[]> {
  const rows = await tx.query<LogRow>(
    `select seq, at, policy_version, source_type, source_id, event, hash
     from economy_log
     where tenant_id = $1
       and seq < $2
     order by seq desc
     limit $3`,
    [tenantId, page.before, page.limit],
  );
  return rows.map(toEntry);
}

function toEntry(row: LogRow): StoredEntry {
  return {
    seq: row.seq,
    at: canonicalInstant(row.at),
    policyVersion: row.policy_version,
    source: { type: row.source_type, id: row.source_id },
    event: row.event,
    hash: row.hash,
  };
}

/** The last `limit` closed days, newest first. */
export async function loadDays(
  tx: Transaction,
  tenantId: number,
  limit: number,
): Promise<ClosedDay[]> {
  const rows = await tx.query<{
    day: string;
    seq: bigint;
    price: bigint;
    reserve_fen: bigint;
    circulating_points: bigint;
    dividend_fen: bigint;
    orders: bigint;
    sales_fen: bigint;
    merchant_fen: bigint;
    contribution_fen: bigint;
    dividend_share_fen: bigint;
    platform_fen: bigint;
  }>(
    `select day, seq, price, reserve_fen, circulating_points, dividend_fen, orders, sales_fen,
       merchant_fen, contribution_fen, dividend_share_fen, platform_fen
     from economy_days
     where tenant_id = $1
     order by day desc
     limit $2`,
    [tenantId, limit],
  );
  return rows.map((row) => ({
    day: row.day,
    seq: row.seq,
    price: row.price,
    reserve: row.reserve_fen,
    circulating: row.circulating_points,
    dividend: row.dividend_fen,
    settled: {
      orders: row.orders,
      sales: row.sales_fen,
      merchant: row.merchant_fen,
      contribution: row.contribution_fen,
      dividend: row.dividend_share_fen,
      platform: row.platform_fen,
    },
  }));
}

/** The last day that was closed. */
export async function lastClosedDay(tx: Transaction, tenantId: number): Promise<string | null> {
  const row = await tx.first<{ day: string | null }>(
    'select max(day) as day from economy_days where tenant_id = $1',
    [tenantId],
  );
  return row?.day ?? null;
}

/** Whether some closed day of the tenant ended below the one before it. */
export async function priceEverFell(tx: Transaction, tenantId: number): Promise<boolean> {
  const row = await tx.first<{ fell: boolean }>(
    `select exists (
       select from (
         select price, lag(price) over (order by day) as before
         from economy_days
         where tenant_id = $1
       ) as pair
       where pair.price < pair.before
     ) as fell`,
    [tenantId],
  );
  return row?.fell ?? false;
}

export interface ActivityRow {
  readonly seq: bigint;
  readonly what: ActivityLine['what'];
  readonly at: string;
  readonly points: bigint;
  readonly cash: bigint;
  readonly orderId: string | null;
}

/** What moved an account, newest first, from before a place in the log. */
export async function loadActivity(
  tx: Transaction,
  tenantId: number,
  page: { readonly key: string; readonly before: bigint; readonly limit: number },
): Promise<ActivityRow[]> {
  const rows = await tx.query<{
    seq: bigint;
    what: ActivityLine['what'];
    at: string;
    points: bigint;
    cash_fen: bigint;
    order_id: string | null;
  }>(
    `select seq, what, at, points, cash_fen, order_id
     from economy_activity
     where tenant_id = $1
       and account_key = $2
       and seq < $3
     order by seq desc, what collate "C"
     limit $4`,
    [tenantId, page.key, page.before, page.limit],
  );
  return rows.map((row) => ({
    seq: row.seq,
    what: row.what,
    at: row.at,
    points: row.points,
    cash: row.cash_fen,
    orderId: row.order_id,
  }));
}

/** Accounts with the most points, genesis points left out. */
export async function loadTopHolders(
  tx: Transaction,
  tenantId: number,
  limit: number,
): Promise<{ key: string; points: bigint; quota: bigint }[]> {
  const rows = await tx.query<{ account_key: string; points: bigint; quota_fen: bigint }>(
    `select account_key, points, quota_fen
     from economy_accounts
     where tenant_id = $1
       and points > 0
       and account_key <> 'g:'
     order by points desc, account_key collate "C"
     limit $2`,
    [tenantId, limit],
  );
  return rows.map((row) => ({ key: row.account_key, points: row.points, quota: row.quota_fen }));
}

/** How many accounts hold points, genesis points left out. */
export async function countHolders(tx: Transaction, tenantId: number): Promise<number> {
  const row = await tx.first<{ holders: number }>(
    `select count(*)::int as holders
     from economy_accounts
     where tenant_id = $1
       and points > 0
       and account_key <> 'g:'`,
    [tenantId],
  );
  return row?.holders ?? 0;
}
