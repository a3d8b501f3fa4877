import type { Sold } from './booked.ts';
import type { Change } from './change.ts';
import { afterFee } from './fee.ts';
import { giveUp } from './give-up.ts';
import type { Holding } from './holding.ts';
import type { Money, Points } from './units.ts';

/** Sells points back: the reserve pays their value less the fee, which stays in; they are burned. */
export function sell(change: Change, holding: Holding): Sold {
  const { economy } = change;
  const { account, points } = holding;
  const gross = giveUp(change, holding);
  const net = afterFee(gross, economy.policy.sellFee);
  account.cash = (account.cash + net) as Money;
  economy.reserve = (economy.reserve - net) as Money;
  economy.burned = (economy.burned + points) as Points;
  economy.cashOut = (economy.cashOut + net) as Money;
  return { type: 'sell', account: account.key, points, gross, net };
}
