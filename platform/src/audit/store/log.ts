import type { Transaction } from '../../postgres/index.ts';

export interface OutcomeRow {
  readonly seq: bigint;
  readonly source_type: string;
  readonly source_id: string;
  readonly input_hash: Buffer;
  readonly outcome: unknown;
}

/** The outcomes of accepted events in a stretch of the log, both ends included. */
export async function loadOutcomes(
  tx: Transaction,
  tenantId: number,
  stretch: { readonly from: bigint; readonly to: bigint },
): Promise<OutcomeRow[]> {
  return tx.query(
    `select seq, source_type, source_id, input_hash, outcome
     from economy_outcomes
     where tenant_id = $1
       and seq between $2 and $3`,
    [tenantId, stretch.from, stretch.to],
  );
}

/** Outcomes that say they were accepted at a place that the log does not have. */
export async function outcomesBeyond(
  tx: Transaction,
  tenantId: number,
  end: bigint,
): Promise<{ seq: bigint }[]> {
  return tx.query(
    `select seq
     from economy_outcomes
     where tenant_id = $1
       and (seq < 1 or seq > $2)
     order by seq
     limit 5`,
    [tenantId, end],
  );
}

export interface ActivityRow {
  readonly seq: bigint;
  readonly account_key: string;
  readonly what: string;
  readonly at: string;
  readonly points: bigint;
  readonly cash_fen: bigint;
  readonly order_id: string | null;
}

/**
 * Opens a cursor over a tenant's whole history in the order of the log: the table has no index by
 * place, so it is sorted once, by the server, and read page by page. It ends with the transaction.
 */
export async function openActivity(tx: Transaction, tenantId: number): Promise<void> {
  await tx.run(
    `declare audited_activity no scroll cursor for
     select seq, account_key, what, at, points, cash_fen, order_id
     from economy_activity
     where tenant_id = $1
     order by seq`,
    [tenantId],
  );
}

export async function nextActivity(tx: Transaction): Promise<ActivityRow[]> {
  return tx.query('fetch forward 5000 from audited_activity');
}

export async function closeActivity(tx: Transaction): Promise<void> {
  await tx.run('close audited_activity');
}

export interface DayRow {
  readonly day: string;
  readonly seq: bigint;
  readonly price: bigint;
  readonly reserve_fen: bigint;
  readonly circulating_points: bigint;
  readonly dividend_fen: bigint;
  readonly orders: bigint;
  readonly sales_fen: bigint;
  readonly merchant_fen: bigint;
  readonly contribution_fen: bigint;
  readonly dividend_share_fen: bigint;
  readonly platform_fen: bigint;
}

/** Every closed day; there is one a day. */
export async function loadAllDays(tx: Transaction, tenantId: number): Promise<DayRow[]> {
  return tx.query(
    `select day, seq, price, reserve_fen, circulating_points, dividend_fen, orders, sales_fen,
       merchant_fen, contribution_fen, dividend_share_fen, platform_fen
     from economy_days
     where tenant_id = $1`,
    [tenantId],
  );
}

export interface OrderRow {
  readonly id: string;
  readonly member: bigint;
  readonly merchant: bigint;
  readonly referrer: bigint | null;
  readonly amount_fen: bigint;
  readonly margin_fen: bigint;
  readonly settled_at: string | null;
  readonly contribution_fen: bigint | null;
  readonly value_fen: bigint | null;
  readonly points: bigint | null;
  readonly dividend_fen: bigint | null;
  readonly platform_fen: bigint | null;
  readonly merchant_fen: bigint | null;
  readonly transfer_id: string | null;
}

/** The rows of the orders that a page of the log names. */
export async function loadOrderRows(
  tx: Transaction,
  tenantId: number,
  ids: readonly string[],
): Promise<OrderRow[]> {
  return tx.query(
    `select id, member, merchant, referrer, amount_fen, margin_fen, settled_at, contribution_fen,
       value_fen, points, dividend_fen, platform_fen, merchant_fen, transfer_id
     from orders
     where tenant_id = $1
       and id = any ($2::uuid[])`,
    [tenantId, ids],
  );
}
