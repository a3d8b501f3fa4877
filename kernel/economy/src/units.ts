import type { Amount } from '@tuodi/amount';

/** Money on the policy's money grid: units of 10^-moneyDecimals. */
export type Money = Amount<'money'>;
/** Growth points on the policy's point grid: units of 10^-pointDecimals. */
export type Points = Amount<'points'>;
/** Dividend per unit of weight, cumulative (D): units of 10^-dDecimals. */
export type PerWeight = Amount<'money per weight'>;
/** Weight = points × level multiplier: units of 10^-(pointDecimals + multiplierDecimals). */
export type Weight = Amount<'weight'>;

/** An exact price: `money` units for `points` units. Kept as a ratio, never as a quotient. */
export interface Price {
  readonly money: bigint;
  readonly points: bigint;
}

/** What `points` are worth, rounded down: the reserve keeps the dust. */
export function valueDown(points: Points, price: Price): Money {
  return ((points * price.money) / price.points) as Money;
}

/** What `points` are worth, rounded up: for room that a value uses up. */
export function valueUp(points: Points, price: Price): Money {
  return ((points * price.money + price.points - 1n) / price.points) as Money;
}

/** The points that `value` buys, rounded down: the reserve keeps the dust. */
export function pointsDown(value: Money, price: Price): Points {
  return ((value * price.points) / price.money) as Points;
}
