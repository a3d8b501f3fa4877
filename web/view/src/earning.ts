import type { Cny, Earning, Growth, Price } from '@tuodi/web-client';
import { unitsOf } from '@tuodi/web-client';

/** One line of the computation: what it is called, what it came to, and the rate that made it. */
export type EarningStep =
  | { readonly step: 'amount' | 'margin'; readonly value: Cny; readonly rate: null }
  | {
      readonly step: 'contribution' | 'value';
      readonly value: Cny;
      readonly rate: string;
      /** Whether the margin was smaller than the rate asks for, and so decided. */
      readonly limitedByMargin: boolean;
    }
  | { readonly step: 'price'; readonly value: Price; readonly rate: null }
  | { readonly step: 'points'; readonly value: Growth; readonly rate: null };

/**
 * What a purchase earns, step by step with its real figures: amount → margin → contribution into
 * the reserve → value granted → price → points. The server computed every one of them.
 */
export function earningSteps(earning: Earning): readonly EarningStep[] {
  const margin = unitsOf(earning.margin);
  const limited = margin > 0n && unitsOf(earning.contribution) === margin;
  return [
    { step: 'amount', value: earning.amount, rate: null },
    { step: 'margin', value: earning.margin, rate: null },
    {
      step: 'contribution',
      value: earning.contribution,
      rate: earning.contributionRate,
      limitedByMargin: limited,
    },
    { step: 'value', value: earning.value, rate: earning.grantRate, limitedByMargin: false },
    { step: 'price', value: earning.price, rate: null },
    { step: 'points', value: earning.points, rate: null },
  ];
}

/** Whether the purchase earns anything at all: goods without a margin do not. */
export function earnsNothing(earning: Earning): boolean {
  return unitsOf(earning.value) === 0n;
}
