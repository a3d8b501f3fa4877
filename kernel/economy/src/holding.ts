import type { Account } from './account.ts';
import type { Economy } from './economy.ts';
import type { EconomyEvent, Reason } from './event.ts';
import { readUnits } from './number.ts';
import type { NumberReason } from './number.ts';
import type { Money, Points } from './units.ts';

/** The account that an event names: a string `user` wins over `merchant`; undefined: NO_ACCOUNT. */
export function namedAccount(economy: Economy, event: EconomyEvent): Account | undefined {
  if (typeof event.user === 'string') return economy.accounts.get(`u:${event.user}`);
  if (typeof event.merchant === 'string') return economy.accounts.get(`m:${event.merchant}`);
  return undefined;
}

export interface Holding {
  readonly account: Account;
  /** The part of the account's points that the event is about. */
  readonly points: Points;
}

/** Reads account and points of an act on a holding; "all" is everything it has, if not nothing. */
export function readHolding(economy: Economy, event: EconomyEvent): Holding | Reason {
  const account = namedAccount(economy, event);
  if (account === undefined) return 'NO_ACCOUNT';
  if (event.points === 'all') {
    return account.points === 0n ? 'BAD_POINTS' : { account, points: account.points };
  }
  const points = readUnits<'points'>(event.points, {
    decimals: economy.policy.pointDecimals,
    zero: 'refused',
    otherwise: 'BAD_POINTS',
  });
  if (typeof points === 'string') return points;
  return points > account.points ? 'NOT_ENOUGH_POINTS' : { account, points };
}

/** Reads a sum of money that must be above zero. */
export function readMoney(economy: Economy, field: unknown): Money | NumberReason {
  return readUnits<'money'>(field, {
    decimals: economy.policy.moneyDecimals,
    zero: 'refused',
    otherwise: 'BAD_AMOUNT',
  });
}

/** Reads a sum of money that may be zero. */
export function readMoneyOrNone(economy: Economy, field: unknown): Money | NumberReason {
  return readUnits<'money'>(field, {
    decimals: economy.policy.moneyDecimals,
    zero: 'allowed',
    otherwise: 'BAD_AMOUNT',
  });
}
