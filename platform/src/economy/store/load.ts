import type { EconomyTotals, Money, PerWeight, Points, StoredAccount } from '@tuodi/economy';
import type { EconomyOrder } from '@tuodi/economy';
import type { Transaction } from '../../context.ts';
import type { Today } from '../today.ts';

/** The state row as it is stored. */
export interface StateRow {
  readonly epoch: bigint;
  readonly seq: bigint;
  readonly head: Buffer;
  readonly policy: Readonly<Record<string, unknown>>;
  readonly policyVersion: number;
  readonly forcedExits: bigint;
  readonly today: Today;
  readonly totals: EconomyTotals;
}

interface RawState {
  epoch: bigint;
  seq: bigint;
  head: Buffer;
  policy: Record<string, unknown>;
  policy_version: number;
  forced_exits: bigint;
  today: Record<keyof Today, string>;
  reserve_fen: Money;
  circulating_points: Points;
  issued_points: Points;
  burned_points: Points;
  treasury_points: Points;
  constant_fen: Money;
  constant_locked_fen: Money;
  constant_backing_fen: Money;
  dividend_open_fen: Money;
  dividend_owed_fen: Money;
  stability_fen: Money;
  dividend_per_weight: PerWeight;
  platform_fen: Money;
  share_price_fen: Money | null;
  last_price_money: bigint;
  last_price_points: bigint;
  cash_in_fen: Money;
  cash_out_fen: Money;
  open_cash_fen: Money;
}

export async function loadState(tx: Transaction, tenantId: number): Promise<StateRow | null> {
  const row = await tx.first<RawState>('select * from economy_states where tenant_id = $1', [
    tenantId,
  ]);
  if (row === undefined) return null;
  return {
    epoch: row.epoch,
    seq: row.seq,
    head: row.head,
    policy: row.policy,
    policyVersion: row.policy_version,
    forcedExits: row.forced_exits,
    today: {
      orders: BigInt(row.today.orders),
      sales: BigInt(row.today.sales),
      merchant: BigInt(row.today.merchant),
      contribution: BigInt(row.today.contribution),
      dividend: BigInt(row.today.dividend),
      platform: BigInt(row.today.platform),
    },
    totals: totalsFrom(row),
  };
}

function totalsFrom(row: RawState): EconomyTotals {
  return {
    reserve: row.reserve_fen,
    circulating: row.circulating_points,
    issued: row.issued_points,
    burned: row.burned_points,
    treasury: row.treasury_points,
    constant: row.constant_fen,
    constantLocked: row.constant_locked_fen,
    constantBacking: row.constant_backing_fen,
    dividendOpen: row.dividend_open_fen,
    dividendOwed: row.dividend_owed_fen,
    stability: row.stability_fen,
    dividendPerWeight: row.dividend_per_weight,
    platform: row.platform_fen,
    sharePrice: row.share_price_fen ?? undefined,
    lastPrice: { money: row.last_price_money, points: row.last_price_points },
    cashIn: row.cash_in_fen,
    cashOut: row.cash_out_fen,
    openCash: row.open_cash_fen,
  };
}

interface RawAccount {
  account_key: string;
  points: Points;
  constant_fen: Money;
  quota_fen: Money;
  given_fen: Money;
  debt_fen: Money;
  cash_fen: Money;
  gross_fen: Money;
  mark: PerWeight;
  level: number;
}

export async function loadAccounts(tx: Transaction, tenantId: number): Promise<StoredAccount[]> {
  const rows = await tx.query<RawAccount>(
    `select account_key, points, constant_fen, quota_fen, given_fen, debt_fen, cash_fen, gross_fen,
       mark, level
     from economy_accounts
     where tenant_id = $1`,
    [tenantId],
  );
  return rows.map(toAccount);
}

export async function loadAccount(
  tx: Transaction,
  tenantId: number,
  key: string,
): Promise<StoredAccount | null> {
  const row = await tx.first<RawAccount>(
    `select account_key, points, constant_fen, quota_fen, given_fen, debt_fen, cash_fen, gross_fen,
       mark, level
     from economy_accounts
     where tenant_id = $1
       and account_key = $2`,
    [tenantId, key],
  );
  return row === undefined ? null : toAccount(row);
}

function toAccount(row: RawAccount): StoredAccount {
  return {
    key: row.account_key,
    points: row.points,
    constant: row.constant_fen,
    quota: row.quota_fen,
    given: row.given_fen,
    debt: row.debt_fen,
    cash: row.cash_fen,
    gross: row.gross_fen,
    mark: row.mark,
    level: row.level,
  };
}

interface RawOrder {
  order_id: string;
  buyer_key: string;
  referrer_key: string | null;
  merchant_key: string | null;
  state: 'open' | 'settled' | 'void';
  amount_fen: Money;
  margin_fen: Money;
  constant_fen: Money;
  contribution_fen: Money;
  buyer_points: Points;
  buyer_value_fen: Money;
  referrer_points: Points;
}

const ORDER_COLUMNS = `order_id, buyer_key, referrer_key, merchant_key, state, amount_fen,
  margin_fen, constant_fen, contribution_fen, buyer_points, buyer_value_fen, referrer_points`;

/** The orders of a batch, by id; orders are never all in memory. */
export async function loadOrders(
  tx: Transaction,
  tenantId: number,
  ids: readonly string[],
): Promise<Map<string, EconomyOrder>> {
  const rows = await tx.query<RawOrder>(
    `select ${ORDER_COLUMNS}
     from economy_orders
     where tenant_id = $1
       and order_id = any ($2::uuid[])`,
    [tenantId, ids],
  );
  return new Map(rows.map((row) => [row.order_id, toOrder(row)]));
}

/** Every order the economy knows; for the audit. */
export async function loadAllOrders(tx: Transaction, tenantId: number): Promise<EconomyOrder[]> {
  const rows = await tx.query<RawOrder>(
    `select ${ORDER_COLUMNS} from economy_orders where tenant_id = $1`,
    [tenantId],
  );
  return rows.map(toOrder);
}

function toOrder(row: RawOrder): EconomyOrder {
  return {
    id: row.order_id,
    buyer: row.buyer_key,
    referrer: row.referrer_key,
    merchant: row.merchant_key,
    state: row.state,
    amount: row.amount_fen,
    margin: row.margin_fen,
    constant: row.constant_fen,
    contribution: row.contribution_fen,
    buyerPoints: row.buyer_points,
    buyerValue: row.buyer_value_fen,
    referrerPoints: row.referrer_points,
  };
}
