import { smaller, takeDown } from '@tuodi/amount';
import type { Policy } from './policy.ts';
import type { Money } from './units.ts';

/** contribution + dividend + platform = the margin, to the unit. */
export interface DividedMargin {
  /** a: into the reserve. */
  readonly contribution: Money;
  /** Into the day's dividend pool. */
  readonly dividend: Money;
  readonly platform: Money;
}

/**
 * Divides the margin of a settled order: a = min(r × amount, margin), rounded down; of the rest the
 * dividend's share, rounded down; the platform keeps the dust.
 */
export function divideMargin(
  policy: Policy,
  order: { readonly amount: Money; readonly margin: Money },
): DividedMargin {
  const contribution = smaller(takeDown(order.amount, policy.contributionRate), order.margin);
  const rest = (order.margin - contribution) as Money;
  const dividend = takeDown(rest, policy.dividendRate);
  return { contribution, dividend, platform: (rest - dividend) as Money };
}

/** V: what a contribution grants its buyer, in money, rounded down: the reserve keeps the dust. */
export function valueGranted(policy: Policy, contribution: Money): Money {
  return takeDown(contribution, policy.grantRate);
}
