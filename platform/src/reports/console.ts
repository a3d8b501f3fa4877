import { divideDown, powerOfTen } from '@tuodi/amount';
import { priceOf, priceText, restoreEconomy, valueDown } from '@tuodi/economy';
import type { Points } from '@tuodi/economy';
import type { console as consoleShapes } from '@tuodi/wire';
import type { z } from 'zod';
import type { Context, Transaction } from '../context.ts';
import {
  cny,
  constant,
  countHolders,
  growth,
  loadDays,
  loadEconomyState,
  loadLogBefore,
  loadTopHolders,
} from '../economy/index.ts';
import type { ClosedDay, Today } from '../economy/index.ts';
import { dayOf, startOfDay } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { loadBacklog, loadCounters } from './store.ts';
import { dayOnWire } from './value.ts';

type Overview = z.infer<typeof consoleShapes.Overview>;
type EconomyBoard = z.infer<typeof consoleShapes.EconomyBoard>;

const OVERVIEW_DAYS = 30;
const BOARD_DAYS = 400;
const TOP = 20;
const LONG_BACKLOG = 1_000;

/** The operator's day: figures of the last 30 closed days, to-dos, alarms, the day's funding. */
export function readOverview(context: Context, tenant: Tenant): Promise<Overview> {
  return context.snapshot(tenant.id, async (tx) => {
    const now = context.clock.now(tenant);
    const today = dayOf(now, tenant.zone);
    const state = await loadEconomyState(tx, tenant.id);
    const counters = await loadCounters(tx, tenant.id, startOfDay(today, tenant.zone));
    const days = (await loadDays(tx, tenant.id, OVERVIEW_DAYS)).toReversed();
    const economy = restoreEconomy(state.policy, state.totals, []);
    const last = days.at(-1);
    const shown =
      state.today.orders > 0n || last === undefined
        ? { day: today, ...state.today }
        : { day: last.day, ...last.settled };
    return {
      now,
      today: { orders: counters.ordersToday, sales: cny(counters.salesToday) },
      reserve: cny(economy.reserve),
      price: priceText(economy),
      dividendOpen: cny(economy.dividendOpen),
      days: days.map((day) => ({ ...dayOnWire(day), orders: Number(day.settled.orders) })),
      toShip: counters.toShip,
      awaitingPayment: counters.awaitingPayment,
      inReturnWindow: counters.inReturnWindow,
      refundsPending: counters.refundsPending,
      alarms: await alarmsOf(tx, tenant.id, days),
      waterfall: waterfall(shown),
    };
  });
}

function waterfall(day: Today & { readonly day: string }): Overview['waterfall'] {
  return {
    day: day.day,
    sales: cny(day.sales),
    merchant: cny(day.merchant),
    contribution: cny(day.contribution),
    dividend: cny(day.dividend),
    platform: cny(day.platform),
  };
}

/** What an operator must look at: a backlog, an event that was refused, a price that fell. */
async function alarmsOf(
  tx: Transaction,
  tenantId: number,
  days: readonly ClosedDay[],
): Promise<Overview['alarms']> {
  const { waiting, faults } = await loadBacklog(tx, tenantId);
  const alarms: Overview['alarms'] = [];
  if (waiting > LONG_BACKLOG) {
    alarms.push({ level: 'warning', code: 'economy.backlog', facts: { waiting: String(waiting) } });
  }
  if (faults > 0) {
    alarms.push({ level: 'error', code: 'economy.refused', facts: { events: String(faults) } });
  }
  const fell = days.find((day, at) => at > 0 && day.price < (days[at - 1]?.price ?? 0n));
  if (fell !== undefined) {
    alarms.push({ level: 'error', code: 'economy.price_fell', facts: { day: fell.day } });
  }
  return alarms;
}

/** The whole state of the economy, its daily closes and its largest holders. */
export function readBoard(context: Context, tenant: Tenant): Promise<EconomyBoard> {
  return context.snapshot(tenant.id, async (tx) => {
    const state = await loadEconomyState(tx, tenant.id);
    const economy = restoreEconomy(state.policy, state.totals, []);
    const days = await loadDays(tx, tenant.id, BOARD_DAYS);
    const top = await loadTopHolders(tx, tenant.id, TOP);
    return {
      now: context.clock.now(tenant),
      policy: state.fields,
      reserve: cny(economy.reserve),
      circulating: growth(economy.circulating),
      price: priceText(economy),
      issued: growth(economy.issued),
      burned: growth(economy.burned),
      treasury: growth(economy.treasury),
      constant: constant(economy.constant),
      constantBacking: cny(economy.constantBacking),
      dividendOpen: cny(economy.dividendOpen),
      dividendOwed: cny(economy.dividendOwed),
      stability: cny(economy.stability),
      platform: cny(economy.platform),
      holders: await countHolders(tx, tenant.id),
      forcedExits: Number(state.forcedExits),
      logSeq: String(state.seq),
      logHead: state.head.toString('hex'),
      days: days.toReversed().map(dayOnWire),
      top: top.map(({ key, points, quota }) => {
        const worth = valueDown(points as Points, priceOf(economy));
        return {
          account: key,
          points: growth(points),
          value: cny(worth),
          quotaOpen: cny(quota),
          reached: shareOf(worth, quota),
        };
      }),
    };
  });
}

/** value ÷ quota for a bar: four decimals, never above 1. */
function shareOf(worth: bigint, quota: bigint): number {
  if (quota === 0n) return 1;
  return Math.min(1, Number(divideDown(worth * powerOfTen(4), quota)) / 10_000);
}

/** Entries of the log before a place in it, newest first. */
export async function readLog(
  tx: Transaction,
  tenantId: number,
  page: { readonly before: bigint; readonly limit: number },
): Promise<z.infer<typeof consoleShapes.LogEntry>[]> {
  const entries = await loadLogBefore(tx, tenantId, page);
  return entries.map((entry) => ({
    seq: String(entry.seq),
    at: entry.at,
    type: entry.event.type,
    source: entry.source,
    hash: entry.hash.toString('hex'),
    event: { ...entry.event },
  }));
}
