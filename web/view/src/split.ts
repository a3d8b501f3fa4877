import { unitsOf } from '@tuodi/web-client';
import type { Cny, FundingWaterfall, OrderDetail } from '@tuodi/web-client';
import { permilles } from './proportion.ts';

export type SplitPartName = 'merchant' | 'contribution' | 'dividend' | 'platform';

/** One destination of an order's money. */
export interface SplitPart {
  readonly part: SplitPartName;
  readonly amount: Cny;
  /** Width of the bar in thousandths. */
  readonly permille: number;
}

export interface Split {
  readonly total: Cny;
  readonly parts: readonly SplitPart[];
  /** Whether the parts sum to the total, to the fen. A page says so when they do not. */
  readonly exact: boolean;
  readonly transferId: string | null;
}

/** Where each fen of a settled order went; undefined before it is settled. */
export function orderSplit(order: OrderDetail): Split | undefined {
  const { earned } = order;
  if (earned === null) return undefined;
  const settled = unitsOf(order.amount) - refundedBefore(order, earned.at);
  return splitOf(
    { amount: String(settled), asset: 'CNY/2' },
    {
      merchant: earned.merchantShare,
      contribution: earned.contribution,
      dividend: earned.dividendShare,
      platform: earned.platformShare,
    },
    earned.transferId,
  );
}

/** Where a day's sales went. */
export function daySplit(day: FundingWaterfall): Split {
  return splitOf(day.sales, day, null);
}

type Destinations = Readonly<Record<SplitPartName, Cny>>;

function splitOf(total: Cny, shares: Destinations, transferId: string | null): Split {
  const names = ['merchant', 'contribution', 'dividend', 'platform'] as const;
  const units = names.map((name) => unitsOf(shares[name]));
  const widths = permilles(units.map((one) => (one < 0n ? 0n : one)));
  const sum = units.reduce((left, one) => left + one, 0n);
  return {
    total,
    parts: names.map((part, position) => ({
      part,
      amount: shares[part],
      permille: widths[position] ?? 0,
    })),
    exact: sum === unitsOf(total),
    transferId,
  };
}

/** What went back before settlement was never part of it. A late refund came afterwards. */
function refundedBefore(order: OrderDetail, settledAt: string): bigint {
  const settled = Date.parse(settledAt);
  return order.refunds
    .filter((refund) => !refund.late && Date.parse(refund.at) <= settled)
    .reduce((total, refund) => total + unitsOf(refund.amount), 0n);
}
