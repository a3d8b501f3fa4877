import { takeDown } from '@tuodi/amount';
import type { Account } from './account.ts';
import type { Redeemed } from './booked.ts';
import { flush, place } from './change.ts';
import type { Change } from './change.ts';
import { priceOf } from './economy.ts';
import type { Economy } from './economy.ts';
import type { EconomyEvent, Reason } from './event.ts';
import { readMoney } from './holding.ts';
import { pointsDown } from './units.ts';
import type { Money, Points } from './units.ts';

export interface RedeemRequest {
  readonly account: Account;
  readonly constant: Money;
  readonly points: Points;
}

/** Reads a `redeem_c` event; only merchants may redeem constant points. */
export function readRedeem(economy: Economy, event: EconomyEvent): RedeemRequest | Reason {
  if (event.user !== undefined || event.merchant === undefined) return 'MERCHANT_ONLY';
  const account =
    typeof event.merchant === 'string' ? economy.accounts.get(`m:${event.merchant}`) : undefined;
  if (account === undefined) return 'NO_ACCOUNT';
  const constant = readMoney(economy, event.amount);
  if (typeof constant === 'string') return constant;
  if (constant > account.constant) return 'NOT_ENOUGH_C';
  const points = pointsDown(constant, priceOf(economy));
  return points > economy.treasury ? 'TREASURY_SHORT' : { account, constant, points };
}

/** Clears a merchant's constant points: their cash returns to the reserve, points come out. */
export function redeemConstant(change: Change, request: RedeemRequest): Redeemed {
  const { economy } = change;
  const { account, constant, points } = request;
  flush(change, account);
  const quota = takeDown(constant, economy.policy.merchantQuotaRate);
  account.constant = (account.constant - constant) as Money;
  account.quota = (account.quota + quota) as Money;
  account.given = (account.given + quota) as Money;
  economy.constant = (economy.constant - constant) as Money;
  economy.constantBacking = (economy.constantBacking - constant) as Money;
  economy.reserve = (economy.reserve + constant) as Money;
  economy.treasury = (economy.treasury - points) as Points;
  economy.circulating = (economy.circulating + points) as Points;
  place(economy, account, (account.points + points) as Points);
  return { type: 'redeem_c', account: account.key, constant, points };
}
