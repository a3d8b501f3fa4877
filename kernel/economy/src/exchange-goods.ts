import type { Exchanged } from './booked.ts';
import type { Change } from './change.ts';
import { priceOf } from './economy.ts';
import type { Economy } from './economy.ts';
import type { EconomyEvent, Reason } from './event.ts';
import { afterFee } from './fee.ts';
import { giveUp } from './give-up.ts';
import { readHolding, readMoneyOrNone } from './holding.ts';
import type { Holding } from './holding.ts';
import { valueDown } from './units.ts';
import type { Money, Points } from './units.ts';

export interface GoodsRequest extends Holding {
  readonly cost: Money;
}

/** Reads a `goods` event: the supplier may cost at most what a sale would pay. */
export function readGoods(economy: Economy, event: EconomyEvent): GoodsRequest | Reason {
  const holding = readHolding(economy, event);
  if (typeof holding === 'string') return holding;
  const cost = readMoneyOrNone(economy, event.cost);
  if (typeof cost === 'string') return cost;
  const most = afterFee(valueDown(holding.points, priceOf(economy)), economy.policy.sellFee);
  return cost > most ? 'COST_ABOVE_VALUE' : { ...holding, cost };
}

/** Exchanges points for goods: the reserve pays the third-party supplier exactly his cost. */
export function exchangeGoods(change: Change, request: GoodsRequest): Exchanged {
  const { economy } = change;
  const { account, points, cost } = request;
  const gross = giveUp(change, request);
  economy.reserve = (economy.reserve - cost) as Money;
  economy.burned = (economy.burned + points) as Points;
  economy.cashOut = (economy.cashOut + cost) as Money;
  return { type: 'goods', account: account.key, points, gross, cost };
}
