import type { Settled } from '@tuodi/economy';
import type { Transaction } from '../context.ts';
import { canonicalInstant } from '../economy/index.ts';
import type { Told } from './retelling.ts';
import { loadOrderRows } from './store/log.ts';
import type { OrderRow } from './store/log.ts';

/** What rows of orders say otherwise than the entries of a page that placed or settled them. */
export async function compareOrders(
  tx: Transaction,
  tenantId: number,
  page: readonly Told[],
): Promise<string[]> {
  const named = page.flatMap((told) => {
    const { type } = told.applied.booked;
    const id = told.applied.order?.id;
    return id !== undefined && (type === 'order' || type === 'settle') ? [{ id, told }] : [];
  });
  const ids = [...new Set(named.map(({ id }) => id))];
  const rows = new Map((await loadOrderRows(tx, tenantId, ids)).map((row) => [row.id, row]));
  return named.flatMap(({ id, told }) => {
    const row = rows.get(id);
    // An order without a row is found where all orders are joined.
    if (row === undefined) return [];
    return [...comparePlaced(row, told), ...compareSettled(row, told)];
  });
}

function comparePlaced(row: OrderRow, { applied, entry }: Told): string[] {
  const { booked, order } = applied;
  if (booked.type !== 'order' || order === undefined) return [];
  const same =
    order.amount === row.amount_fen &&
    order.margin === row.margin_fen &&
    order.buyer === `u:${row.member}` &&
    order.merchant === `m:${row.merchant}` &&
    order.referrer === (row.referrer === null ? null : `u:${row.referrer}`);
  return same ? [] : [`order ${row.id} was placed otherwise in entry ${entry.seq}`];
}

function compareSettled(row: OrderRow, told: Told): string[] {
  const { booked } = told.applied;
  if (booked.type !== 'settle') return [];
  const same =
    row.settled_at !== null &&
    canonicalInstant(row.settled_at) === told.entry.at &&
    row.transfer_id === told.transferId &&
    earnedText(row) === earnedText(earnedOf(booked));
  return same ? [] : [`order ${row.id} has earned otherwise in entry ${told.entry.seq}`];
}

type Earned = Pick<
  OrderRow,
  'contribution_fen' | 'value_fen' | 'points' | 'dividend_fen' | 'platform_fen' | 'merchant_fen'
>;

/** The merchant's share is in cash: the order's cash without the margin's part of it. */
function earnedOf(booked: Settled): Earned {
  return {
    contribution_fen: booked.contribution,
    value_fen: booked.buyerValue,
    points: booked.buyerPoints,
    dividend_fen: booked.dividend,
    platform_fen: booked.platform,
    merchant_fen: booked.cash - booked.marginFromCash,
  };
}

function earnedText(earned: Earned): string {
  const { contribution_fen, value_fen, points, dividend_fen, platform_fen, merchant_fen } = earned;
  return [contribution_fen, value_fen, points, dividend_fen, platform_fen, merchant_fen].join(' ');
}
