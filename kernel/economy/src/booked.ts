import type { EconomyOrder } from './order.ts';
import type { Money, PerWeight, Points } from './units.ts';

/** A credited dividend that was paid because its account was touched. */
export interface Flush {
  readonly account: string;
  readonly amount: Money;
}

/** A holder who reached his quota: paid up to it, all his points burned. */
export interface Exit {
  readonly account: string;
  readonly points: Points;
  readonly dividend: Money;
  /** Credited dividend above the quota: back to the open pool. */
  readonly back: Money;
  readonly gross: Money;
  readonly net: Money;
}

export interface Placed {
  readonly type: 'order';
  readonly buyer: string;
  readonly cash: Money;
  readonly constant: Money;
}

/** marginFromCash + marginFromConstant = contribution + dividend + platform. */
export interface Settled {
  readonly type: 'settle';
  readonly buyer: string;
  readonly referrer: string | null;
  readonly merchant: string | null;
  readonly cash: Money;
  readonly constant: Money;
  readonly marginFromCash: Money;
  readonly marginFromConstant: Money;
  readonly contribution: Money;
  readonly dividend: Money;
  readonly platform: Money;
  readonly buyerPoints: Points;
  readonly buyerValue: Money;
  readonly referrerPoints: Points;
  /** By how much the grants paid off earlier debts. */
  readonly debtPaid: Money;
  readonly quota: Money;
}

export interface Bought {
  readonly type: 'buy';
  readonly placed: Placed;
  readonly settled: Settled;
}

/** A refund of an open order: as if that part had never been ordered. */
export interface RefundedOpen {
  readonly type: 'refund_open';
  readonly buyer: string;
  readonly amount: Money;
  readonly cash: Money;
  readonly constant: Money;
}

/** A refund after settlement: points burned, and at most their value leaves the reserve. */
export interface RefundedLate {
  readonly type: 'refund_late';
  readonly buyer: string;
  readonly referrer: string | null;
  readonly merchant: string | null;
  readonly amount: Money;
  readonly fromReserve: Money;
  readonly buyerPoints: Points;
  readonly referrerPoints: Points;
  readonly debt: Money;
}

export interface Sold {
  readonly type: 'sell';
  readonly account: string;
  readonly points: Points;
  readonly gross: Money;
  readonly net: Money;
}

export interface Converted {
  readonly type: 'convert';
  readonly account: string;
  readonly points: Points;
  readonly gross: Money;
  readonly constant: Money;
}

export interface Redeemed {
  readonly type: 'redeem_c';
  readonly account: string;
  readonly constant: Money;
  readonly points: Points;
}

export interface Exchanged {
  readonly type: 'goods';
  readonly account: string;
  readonly points: Points;
  readonly gross: Money;
  readonly cost: Money;
}

export interface DayClosed {
  readonly type: 'close_day';
  readonly step: PerWeight;
  readonly taken: Money;
}

export interface Claimed {
  readonly type: 'claim';
  readonly account: string;
}

export interface Injected {
  readonly type: 'inject' | 'release';
  readonly amount: Money;
}

export interface IpoOpened {
  readonly type: 'ipo_open';
  readonly sharePrice: Money;
}

export interface Elected {
  readonly type: 'ipo_elect';
  readonly account: string;
  readonly points: Points;
  readonly gross: Money;
  readonly shares: bigint;
  readonly paid: Money;
}

/** What a verb did, in the figures that the journal needs. */
export type Booked =
  | Placed
  | Settled
  | Bought
  | RefundedOpen
  | RefundedLate
  | Sold
  | Converted
  | Redeemed
  | Exchanged
  | DayClosed
  | Claimed
  | Injected
  | IpoOpened
  | Elected;

/** The whole effect of one accepted event. */
export interface Applied {
  readonly booked: Booked;
  /** In order of time; at most one per account. */
  readonly flushes: readonly Flush[];
  /** Sorted by account. */
  readonly exits: readonly Exit[];
  /** What went from the empty reserve to the stability reserve. */
  readonly swept: Money;
  /** The order that changed, as it is now. */
  readonly order: EconomyOrder | undefined;
  /** Keys of all accounts that changed, forced exits included. */
  readonly touched: readonly string[];
}
