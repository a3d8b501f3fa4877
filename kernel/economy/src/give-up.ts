import { flush, place } from './change.ts';
import type { Change } from './change.ts';
import { priceOf } from './economy.ts';
import type { Holding } from './holding.ts';
import { valueDown } from './units.ts';
import type { Money, Points } from './units.ts';

/**
 * What every act on a holding begins with: pay the credited dividend, value the points at the
 * price before (rounded down), and use that much of the quota up. The points leave circulation.
 * @returns their value before any fee.
 */
export function giveUp(change: Change, { account, points }: Holding): Money {
  const { economy } = change;
  flush(change, account);
  const gross = valueDown(points, priceOf(economy));
  account.quota = (account.quota - gross) as Money;
  account.gross = (account.gross + gross) as Money;
  economy.circulating = (economy.circulating - points) as Points;
  place(economy, account, (account.points - points) as Points);
  return gross;
}
