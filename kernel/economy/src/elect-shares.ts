import type { Elected, IpoOpened } from './booked.ts';
import type { Change } from './change.ts';
import type { Economy } from './economy.ts';
import type { EconomyEvent, Reason } from './event.ts';
import { giveUp } from './give-up.ts';
import { readHolding, readMoney } from './holding.ts';
import type { Holding } from './holding.ts';
import type { Money, Points } from './units.ts';

/** Reads an `ipo_open`; it can happen once. */
export function readIpo(economy: Economy, event: EconomyEvent): Money | Reason {
  if (economy.sharePrice !== undefined) return 'IPO_OPEN';
  return readMoney(economy, event.share_price);
}

/** Ends all grants for ever and lets holders elect shares. */
export function openIpo({ economy }: Change, sharePrice: Money): IpoOpened {
  economy.sharePrice = sharePrice;
  return { type: 'ipo_open', sharePrice };
}

/** Reads an `ipo_elect`. */
export function readElection(economy: Economy, event: EconomyEvent): Holding | Reason {
  return economy.sharePrice === undefined ? 'IPO_NOT_OPEN' : readHolding(economy, event);
}

/** Exchanges points for whole shares by value; the reserve pays the subscription. */
export function electShares(change: Change, holding: Holding, sharePrice: Money): Elected {
  const { economy } = change;
  const { account, points } = holding;
  const gross = giveUp(change, holding);
  const shares = gross / sharePrice;
  const paid = (shares * sharePrice) as Money;
  economy.reserve = (economy.reserve - paid) as Money;
  economy.burned = (economy.burned + points) as Points;
  economy.cashOut = (economy.cashOut + paid) as Money;
  return { type: 'ipo_elect', account: account.key, points, gross, shares, paid };
}
