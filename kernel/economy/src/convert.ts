import type { Converted } from './booked.ts';
import type { Change } from './change.ts';
import { afterFee } from './fee.ts';
import { giveUp } from './give-up.ts';
import type { Holding } from './holding.ts';
import type { Money, Points } from './units.ts';

/** Turns growth points into constant points: the points wait in the treasury, their cash in KC. */
export function convert(change: Change, holding: Holding): Converted {
  const { economy } = change;
  const { account, points } = holding;
  const gross = giveUp(change, holding);
  const constant = afterFee(gross, economy.policy.convertFee);
  account.constant = (account.constant + constant) as Money;
  economy.constant = (economy.constant + constant) as Money;
  economy.constantBacking = (economy.constantBacking + constant) as Money;
  economy.reserve = (economy.reserve - constant) as Money;
  economy.treasury = (economy.treasury + points) as Points;
  return { type: 'convert', account: account.key, points, gross, constant };
}
