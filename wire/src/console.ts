import { z } from '@hono/zod-openapi';
import { Cny, Constant, Day, Growth, Instant, pageOf, Price } from './shapes.ts';
import { DayClose } from './value.ts';

/** One day's money, from sales to its parts. merchant + contribution + dividend + platform = sales. */
export const FundingWaterfall = z
  .object({
    day: Day,
    sales: Cny.openapi({ description: 'amounts settled that day' }),
    merchant: Cny,
    contribution: Cny,
    dividend: Cny,
    platform: Cny,
  })
  .openapi('FundingWaterfall');

export const DayFigures = DayClose.extend({ orders: z.int() }).openapi('DayFigures');

export const Overview = z
  .object({
    now: Instant,
    today: z.object({ orders: z.int(), sales: Cny }),
    reserve: Cny,
    price: Price,
    dividendOpen: Cny,
    days: z.array(DayFigures).openapi({ description: 'the last 30 closed days, oldest first' }),
    toShip: z.int(),
    awaitingPayment: z.int(),
    inReturnWindow: z.int(),
    refundsPending: z.int(),
    alarms: z.array(
      z.object({
        level: z.enum(['warning', 'error']),
        code: z.string(),
        facts: z.record(z.string(), z.string()),
      }),
    ),
    waterfall: FundingWaterfall,
  })
  .openapi('Overview');

export const Holder = z
  .object({
    account: z.string().openapi({ example: 'u:17' }),
    points: Growth,
    value: Cny,
    quotaOpen: Cny,
    reached: z.number().openapi({ description: 'value ÷ open quota, 0–1, for a bar only' }),
  })
  .openapi('Holder');

export const EconomyBoard = z
  .object({
    now: Instant,
    policy: z.record(z.string(), z.unknown()),
    reserve: Cny,
    circulating: Growth,
    price: Price,
    issued: Growth,
    burned: Growth,
    treasury: Growth,
    constant: Constant,
    constantBacking: Cny,
    dividendOpen: Cny,
    dividendOwed: Cny,
    stability: Cny,
    platform: Cny,
    holders: z.int(),
    forcedExits: z.int(),
    logSeq: z.string(),
    logHead: z.string(),
    days: z.array(DayClose),
    top: z.array(Holder),
  })
  .openapi('EconomyBoard');

export const LogEntry = z
  .object({
    seq: z.string(),
    at: Instant,
    type: z.string(),
    source: z.object({ type: z.string(), id: z.string() }),
    hash: z.string(),
    event: z.record(z.string(), z.unknown()),
  })
  .openapi('LogEntry');
export const LogPage = pageOf(LogEntry, 'LogPage');
