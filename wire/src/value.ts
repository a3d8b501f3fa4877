import { z } from '@hono/zod-openapi';
import { Transfer } from './orders.ts';
import { Cny, Constant, Day, Growth, Instant, OrderNumber, pageOf, Price, Uuid } from './shapes.ts';

/** The member's own standing in the mall's economy, and what backs it. */
export const Value = z
  .object({
    points: Growth,
    price: Price,
    gross: Cny.openapi({ description: 'points × price, rounded down' }),
    fee: Cny,
    net: Cny.openapi({ description: 'what selling everything now would pay' }),
    pendingDividend: Cny,
    constant: Constant,
    debt: Cny,
    quotaOpen: Cny,
    quotaGiven: Cny,
    received: Cny.openapi({ description: 'gross benefit so far' }),
    cash: Cny.openapi({ description: 'paid to this member so far' }),
    sellFeeRate: z.string(),
    backing: z.object({
      reserve: Cny,
      claims: Cny.openapi({ description: 'circulating points × price, rounded down' }),
      circulating: Growth,
      stability: Cny,
      dividendOpen: Cny,
      dividendOwed: Cny,
    }),
    pending: z.array(
      z.object({
        orderId: Uuid,
        number: OrderNumber,
        value: Cny,
        settlesAt: Instant.nullable(),
        daysLeft: z.int().nullable(),
      }),
    ),
    lastSettledOrderId: Uuid.nullable(),
    neverFell: z
      .boolean()
      .openapi({ description: 'no day of the log closed below the one before' }),
  })
  .openapi('Value');

/** One closed day. */
export const DayClose = z
  .object({
    day: Day,
    price: Price,
    reserve: Cny,
    circulating: Growth,
    dividend: Cny,
    sales: Cny,
  })
  .openapi('DayClose');

export const PriceHistory = z
  .object({ days: z.array(DayClose), now: Price, nowAt: Instant })
  .openapi('PriceHistory');

/** Points to sell: a count, or "all". */
export const SellPoints = z
  .object({ points: z.union([Growth, z.literal('all')]) })
  .openapi('SellPoints');

export const SalePreview = z
  .object({
    points: Growth,
    price: Price,
    gross: Cny,
    fee: Cny,
    net: Cny,
    dividend: Cny.openapi({ description: 'credited dividend that is paid with it' }),
    priceAfter: Price,
    pointsAfter: Growth,
    quotaAfter: Cny,
  })
  .openapi('SalePreview');

export const SaleReceipt = z
  .object({
    id: z.string().openapi({ description: 'number of the event in the tenant’s log' }),
    at: Instant,
    points: Growth,
    gross: Cny,
    fee: Cny,
    net: Cny,
    dividend: Cny,
    price: Price,
    priceAfter: Price,
    transfer: z.union([Transfer, z.null()]),
    logHash: z.string(),
  })
  .openapi('SaleReceipt');

export const ClaimReceipt = z
  .object({ id: z.string(), at: Instant, dividend: Cny, transfer: z.union([Transfer, z.null()]) })
  .openapi('ClaimReceipt');

export const Activity = z
  .object({
    seq: z.string(),
    at: Instant,
    what: z.enum(['earned', 'sold', 'dividend', 'forced_exit', 'late_refund', 'converted']),
    points: Growth,
    cash: Cny,
    orderId: Uuid.nullable(),
  })
  .openapi('Activity');
export const ActivityPage = pageOf(Activity, 'ActivityPage');
