import { unitsOf } from '@tuodi/web-client';
import type { Cny, Earning } from '@tuodi/web-client';
import { daySplit } from '@tuodi/web-view';
import type { Split } from '@tuodi/web-view';

/** Where an order's money would go if it settled now: the same four parts as afterwards. */
export function estimatedSplit(earning: Earning): Split {
  const margin = unitsOf(earning.margin);
  const kept = margin - unitsOf(earning.contribution) - unitsOf(earning.dividendShare);
  return daySplit({
    day: '',
    sales: earning.amount,
    merchant: fen(unitsOf(earning.amount) - margin),
    contribution: earning.contribution,
    dividend: earning.dividendShare,
    platform: fen(kept),
  });
}

function fen(units: bigint): Cny {
  return { amount: String(units), asset: 'CNY/2' };
}
