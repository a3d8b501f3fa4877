import { fen, writeFixed } from '@tuodi/amount';
import {
  accruedDown,
  afterFee,
  priceOf,
  priceText,
  restoreEconomy,
  valueDown,
} from '@tuodi/economy';
import type { Economy, Points } from '@tuodi/economy';
import type { value } from '@tuodi/wire';
import type { z } from 'zod';
import type { Context, Transaction } from '../context.ts';
import {
  cny,
  constant,
  earningOf,
  growth,
  loadAccount,
  loadActivity,
  loadDays,
  loadEconomyState,
  priceEverFell,
  rateText,
} from '../economy/index.ts';
import type { ClosedDay } from '../economy/index.ts';
import { dayOf, daysBetween } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { lastSettledOrder, pendingOrders } from './store.ts';
import type { PendingOrder } from './store.ts';

type Value = z.infer<typeof value.Value>;
type DayClose = z.infer<typeof value.DayClose>;
type PriceHistory = z.infer<typeof value.PriceHistory>;

/** A member's standing: what he holds, would get now, may still get, and what stands behind it. */
export function readValue(context: Context, tenant: Tenant, member: bigint): Promise<Value> {
  return context.snapshot(tenant.id, async (tx) => {
    const { policy, totals } = await loadEconomyState(tx, tenant.id);
    const account = await loadAccount(tx, tenant.id, `u:${member}`);
    const economy = restoreEconomy(policy, totals, account === null ? [] : [account]);
    const pending = await pendingOrders(tx, tenant.id, member);
    const now = context.clock.now(tenant);
    return {
      ...standing(economy, `u:${member}`),
      backing: backing(economy),
      pending: pending.map((order) => lot({ economy, tenant, now }, order)),
      lastSettledOrderId: await lastSettledOrder(tx, tenant.id, member),
      neverFell: !(await priceEverFell(tx, tenant.id)),
    };
  });
}

function standing(
  economy: Economy,
  key: string,
): Omit<Value, 'backing' | 'pending' | 'lastSettledOrderId' | 'neverFell'> {
  const account = economy.accounts.get(key);
  const { sellFee } = economy.policy;
  const points = account?.points ?? (0n as Points);
  const gross = valueDown(points, priceOf(economy));
  const net = afterFee(gross, sellFee);
  const dividend = account === undefined ? 0n : accruedDown(economy, account);
  const quota = account?.quota ?? 0n;
  return {
    points: growth(account?.points ?? 0n),
    price: priceText(economy),
    gross: cny(gross),
    fee: cny(gross - net),
    net: cny(net),
    pendingDividend: cny(dividend < quota ? dividend : quota),
    constant: constant(account?.constant ?? 0n),
    debt: cny(account?.debt ?? 0n),
    quotaOpen: cny(quota),
    quotaGiven: cny(account?.given ?? 0n),
    received: cny(account?.gross ?? 0n),
    cash: cny(account?.cash ?? 0n),
    sellFeeRate: rateText(sellFee),
  };
}

/** Reserve and claims: equal by definition of the price, to the fen. */
function backing(economy: Economy): Value['backing'] {
  return {
    reserve: cny(economy.reserve),
    claims: cny(valueDown(economy.circulating, priceOf(economy))),
    circulating: growth(economy.circulating),
    stability: cny(economy.stability),
    dividendOpen: cny(economy.dividendOpen),
    dividendOwed: cny(economy.dividendOwed),
  };
}

function lot(
  view: { readonly economy: Economy; readonly tenant: Tenant; readonly now: string },
  order: PendingOrder,
): Value['pending'][number] {
  const { zone, returnWindowDays } = view.tenant;
  const { value: worth } = earningOf(view.economy, {
    amount: fen(order.amount),
    margin: fen(order.margin),
    returnWindowDays,
  });
  const ends = order.windowEndsAt;
  const days =
    ends === null ? null : daysBetween(dayOf(view.now, zone), dayOf(ends, zone)).length - 1;
  return {
    orderId: order.id,
    number: order.number,
    value: worth,
    settlesAt: ends,
    daysLeft: days === null ? null : Math.max(0, days),
  };
}

/** The last closed days, oldest first, and the price now. */
export function readPrices(context: Context, tenant: Tenant, days: number): Promise<PriceHistory> {
  return context.snapshot(tenant.id, async (tx) => {
    const { policy, totals } = await loadEconomyState(tx, tenant.id);
    const closed = await loadDays(tx, tenant.id, days);
    return {
      days: closed.toReversed().map(dayOnWire),
      now: priceText(restoreEconomy(policy, totals, [])),
      nowAt: context.clock.now(tenant),
    };
  });
}

export function dayOnWire(day: ClosedDay): DayClose {
  return {
    day: day.day,
    price: writeFixed(day.price, 12),
    reserve: cny(day.reserve),
    circulating: growth(day.circulating),
    dividend: cny(day.dividend),
    sales: cny(day.settled.sales),
  };
}

/** What moved a member's points and cash before a place of the log, newest first. */
export async function readActivity(
  tx: Transaction,
  tenantId: number,
  page: { readonly member: bigint; readonly before: bigint; readonly limit: number },
): Promise<z.infer<typeof value.Activity>[]> {
  const key = `u:${page.member}`;
  const rows = await loadActivity(tx, tenantId, { key, before: page.before, limit: page.limit });
  return rows.map((row) => ({
    seq: String(row.seq),
    at: row.at,
    what: row.what,
    points: growth(row.points),
    cash: cny(row.cash),
    orderId: row.orderId,
  }));
}
