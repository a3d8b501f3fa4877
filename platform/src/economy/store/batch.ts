import type { Account, Economy, EconomyOrder, EconomyEvent } from '@tuodi/economy';
import { invariant } from '@tuodi/outcome';
import type { Transaction } from '../../context.ts';
import type { ActivityLine } from '../activity.ts';
import type { LogEntry, Source } from '../entry.ts';
import { todayText } from '../today.ts';
import type { Today } from '../today.ts';

/** A row that waits in the inbox. */
export interface InboxRow {
  readonly source: Source;
  readonly at: string;
  readonly event: EconomyEvent;
}

/** Takes the oldest waiting rows out of the inbox; they are gone only if this transaction commits. */
export async function drainInbox(
  tx: Transaction,
  tenantId: number,
  limit: number,
): Promise<InboxRow[]> {
  const rows = await tx.query<{
    n: bigint;
    source_type: string;
    source_id: string;
    at: string;
    event: EconomyEvent;
  }>(
    `delete from economy_inbox
     where tenant_id = $1
       and n in (
         select n from economy_inbox where tenant_id = $1 order by n limit $2
       )
     returning n, source_type, source_id, at, event`,
    [tenantId, limit],
  );
  return rows
    .toSorted((a, b) => (a.n < b.n ? -1 : 1))
    .map((row) => ({
      source: { type: row.source_type, id: row.source_id },
      at: row.at,
      event: row.event,
    }));
}

/** What an earlier event of a source came to. */
export interface StoredOutcome {
  readonly source: Source;
  readonly seq: bigint | null;
  readonly inputHash: Buffer;
  readonly outcome: unknown;
}

export async function loadOutcomes(
  tx: Transaction,
  tenantId: number,
  sources: readonly Source[],
): Promise<StoredOutcome[]> {
  const rows = await tx.query<{
    source_type: string;
    source_id: string;
    seq: bigint | null;
    input_hash: Buffer;
    outcome: unknown;
  }>(
    `select source_type, source_id, seq, input_hash, outcome
     from economy_outcomes
     where tenant_id = $1
       and source_type = any ($2::text[])
       and source_id = any ($3::text[])`,
    [tenantId, [...new Set(sources.map((one) => one.type))], sources.map((one) => one.id)],
  );
  return rows.map((row) => ({
    source: { type: row.source_type, id: row.source_id },
    seq: row.seq,
    inputHash: row.input_hash,
    outcome: row.outcome,
  }));
}

/** The state row as a batch leaves it. */
export interface StateUpdate {
  readonly economy: Economy;
  readonly epoch: bigint;
  readonly seqBefore: bigint;
  readonly seq: bigint;
  readonly head: Buffer;
  readonly forcedExits: bigint;
  readonly today: Today;
}

/**
 * The fence: succeeds only while lease and sequence are still this writer's own.
 * @throws {Fault} otherwise, which rolls the batch back.
 */
export async function updateState(
  tx: Transaction,
  tenantId: number,
  update: StateUpdate,
): Promise<void> {
  const { economy } = update;
  const changed = await tx.run(
    `update economy_states
     set seq = $4, head = $5, forced_exits = $6, today = $7,
       reserve_fen = $8, circulating_points = $9, issued_points = $10, burned_points = $11,
       treasury_points = $12, constant_fen = $13, constant_locked_fen = $14,
       constant_backing_fen = $15, dividend_open_fen = $16, dividend_owed_fen = $17,
       stability_fen = $18, dividend_per_weight = $19, platform_fen = $20, share_price_fen = $21,
       last_price_money = $22, last_price_points = $23, cash_in_fen = $24, cash_out_fen = $25,
       open_cash_fen = $26
     where tenant_id = $1
       and epoch = $2
       and seq = $3`,
    [
      ...[tenantId, update.epoch, update.seqBefore, update.seq, update.head, update.forcedExits],
      todayText(update.today),
      ...totalsOfRow(economy),
    ],
  );
  invariant(changed === 1, 'a writer commits only under its own lease and sequence');
}

function totalsOfRow(economy: Economy): (bigint | null)[] {
  return [
    ...[economy.reserve, economy.circulating, economy.issued, economy.burned, economy.treasury],
    ...[economy.constant, economy.constantLocked, economy.constantBacking],
    ...[economy.dividendOpen, economy.dividendOwed, economy.stability],
    ...[economy.dividendPerWeight, economy.platform, economy.sharePrice ?? null],
    ...[economy.lastPrice.money, economy.lastPrice.points],
    ...[economy.cashIn, economy.cashOut, economy.openCash],
  ];
}

/** Writes accounts as they are now; keys are distinct. */
export function upsertAccounts(
  tx: Transaction,
  tenantId: number,
  accounts: readonly Account[],
): void {
  tx.defer(
    `insert into economy_accounts (tenant_id, account_key, points, constant_fen, quota_fen,
       given_fen, debt_fen, cash_fen, gross_fen, mark, level)
     select $1, row.*
     from unnest($2::text[], $3::numeric[], $4::bigint[], $5::bigint[], $6::bigint[],
       $7::bigint[], $8::bigint[], $9::bigint[], $10::numeric[], $11::int[]) as row
     on conflict (tenant_id, account_key) do update
     set points = excluded.points, constant_fen = excluded.constant_fen,
       quota_fen = excluded.quota_fen, given_fen = excluded.given_fen,
       debt_fen = excluded.debt_fen, cash_fen = excluded.cash_fen,
       gross_fen = excluded.gross_fen, mark = excluded.mark, level = excluded.level`,
    [
      tenantId,
      accounts.map((account) => account.key),
      accounts.map((account) => account.points),
      accounts.map((account) => account.constant),
      accounts.map((account) => account.quota),
      accounts.map((account) => account.given),
      accounts.map((account) => account.debt),
      accounts.map((account) => account.cash),
      accounts.map((account) => account.gross),
      accounts.map((account) => account.mark),
      accounts.map((account) => account.level),
    ],
  );
}

/** Writes orders as they are now; ids are distinct. */
export function upsertOrders(
  tx: Transaction,
  tenantId: number,
  orders: readonly EconomyOrder[],
): void {
  tx.defer(
    `insert into economy_orders (tenant_id, order_id, buyer_key, referrer_key, merchant_key, state,
       amount_fen, margin_fen, constant_fen, contribution_fen, buyer_points, buyer_value_fen,
       referrer_points)
     select $1, row.*
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[],
       $8::bigint[], $9::bigint[], $10::bigint[], $11::numeric[], $12::bigint[],
       $13::numeric[]) as row
     on conflict (tenant_id, order_id) do update
     set state = excluded.state, amount_fen = excluded.amount_fen,
       margin_fen = excluded.margin_fen, constant_fen = excluded.constant_fen,
       contribution_fen = excluded.contribution_fen, buyer_points = excluded.buyer_points,
       buyer_value_fen = excluded.buyer_value_fen, referrer_points = excluded.referrer_points`,
    [
      tenantId,
      orders.map((order) => order.id),
      orders.map((order) => order.buyer),
      orders.map((order) => order.referrer),
      orders.map((order) => order.merchant),
      orders.map((order) => order.state),
      orders.map((order) => order.amount),
      orders.map((order) => order.margin),
      orders.map((order) => order.constant),
      orders.map((order) => order.contribution),
      orders.map((order) => order.buyerPoints),
      orders.map((order) => order.buyerValue),
      orders.map((order) => order.referrerPoints),
    ],
  );
}

export function insertLog(
  tx: Transaction,
  tenantId: number,
  batch: {
    readonly entries: readonly (LogEntry & { readonly hash: Buffer })[];
    readonly wall: string;
  },
): void {
  const { entries } = batch;
  tx.defer(
    `insert into economy_log (tenant_id, recorded_at, seq, at, policy_version, source_type,
       source_id, event, hash)
     select $1, $2, row.*
     from unnest($3::bigint[], $4::timestamptz[], $5::int[], $6::text[], $7::text[], $8::json[],
       $9::bytea[]) as row`,
    [
      tenantId,
      batch.wall,
      entries.map((entry) => entry.seq),
      entries.map((entry) => entry.at),
      entries.map((entry) => entry.policyVersion),
      entries.map((entry) => entry.source.type),
      entries.map((entry) => entry.source.id),
      entries.map((entry) => JSON.stringify(entry.event)),
      entries.map((entry) => entry.hash),
    ],
  );
}

export function insertOutcomes(
  tx: Transaction,
  tenantId: number,
  outcomes: readonly StoredOutcome[],
): void {
  tx.defer(
    `insert into economy_outcomes (tenant_id, source_type, source_id, seq, input_hash, outcome)
     select $1, row.*
     from unnest($2::text[], $3::text[], $4::bigint[], $5::bytea[], $6::json[]) as row`,
    [
      tenantId,
      outcomes.map((one) => one.source.type),
      outcomes.map((one) => one.source.id),
      outcomes.map((one) => one.seq),
      outcomes.map((one) => one.inputHash),
      outcomes.map((one) => JSON.stringify(one.outcome)),
    ],
  );
}

export function insertActivity(
  tx: Transaction,
  tenantId: number,
  lines: readonly (ActivityLine & { readonly seq: bigint; readonly at: string })[],
): void {
  tx.defer(
    `insert into economy_activity (tenant_id, account_key, seq, what, at, points, cash_fen, order_id)
     select $1, row.*
     from unnest($2::text[], $3::bigint[], $4::text[], $5::timestamptz[], $6::numeric[],
       $7::bigint[], $8::uuid[]) as row`,
    [
      tenantId,
      lines.map((line) => line.accountKey),
      lines.map((line) => line.seq),
      lines.map((line) => line.what),
      lines.map((line) => line.at),
      lines.map((line) => line.points),
      lines.map((line) => line.cash),
      lines.map((line) => line.orderId),
    ],
  );
}

/** A closed day, for charts. `price` in 10^-12 yuan per point, rounded down. */
export interface ClosedDay {
  readonly day: string;
  readonly seq: bigint;
  readonly price: bigint;
  readonly reserve: bigint;
  readonly circulating: bigint;
  readonly dividend: bigint;
  readonly settled: Today;
}

export function insertDays(tx: Transaction, tenantId: number, days: readonly ClosedDay[]): void {
  tx.defer(
    `insert into economy_days (tenant_id, day, seq, price, reserve_fen, circulating_points,
       dividend_fen, orders, sales_fen, merchant_fen, contribution_fen, dividend_share_fen,
       platform_fen)
     select $1, row.*
     from unnest($2::date[], $3::bigint[], $4::numeric[], $5::numeric[], $6::numeric[],
       $7::numeric[], $8::bigint[], $9::numeric[], $10::numeric[], $11::numeric[],
       $12::numeric[], $13::numeric[]) as row`,
    [
      tenantId,
      days.map((one) => one.day),
      days.map((one) => one.seq),
      days.map((one) => one.price),
      days.map((one) => one.reserve),
      days.map((one) => one.circulating),
      days.map((one) => one.dividend),
      days.map((one) => one.settled.orders),
      days.map((one) => one.settled.sales),
      days.map((one) => one.settled.merchant),
      days.map((one) => one.settled.contribution),
      days.map((one) => one.settled.dividend),
      days.map((one) => one.settled.platform),
    ],
  );
}
