import { takeDown } from '@tuodi/amount';
import type { Placed } from './booked.ts';
import { openedAccount } from './change.ts';
import type { Change } from './change.ts';
import type { Economy } from './economy.ts';
import type { EconomyEvent, Reason } from './event.ts';
import { readMoney, readMoneyOrNone } from './holding.ts';
import type { EconomyOrder } from './order.ts';
import type { Money, Points } from './units.ts';

/** Checks an `order` (or the first half of a `buy`) and reads it; nothing changes yet. */
export function readOrder(
  economy: Economy,
  event: EconomyEvent,
  known: EconomyOrder | undefined,
): EconomyOrder | Reason {
  const { id, user, referrer = null } = event;
  if (typeof id !== 'string' || typeof user !== 'string') return 'BAD_EVENT';
  if (referrer !== null && typeof referrer !== 'string') return 'BAD_EVENT';
  if (known !== undefined) return 'DUPLICATE_ORDER';
  const sums = readSums(economy, event);
  if (typeof sums === 'string') return sums;
  const merchant = typeof event.merchant === 'string' ? `m:${event.merchant}` : null;
  if (sums.constant > 0n && merchant === null) return 'NO_MERCHANT';
  if (referrer === user) return 'SELF_REFERRAL';
  const account = economy.accounts.get(`u:${user}`);
  if (sums.constant > 0n && account === undefined) return 'NO_ACCOUNT';
  if (sums.constant > (account?.constant ?? 0n)) return 'NOT_ENOUGH_C';
  return {
    id,
    buyer: `u:${user}`,
    referrer: referrer === null ? null : `u:${referrer}`,
    merchant,
    state: 'open',
    ...sums,
    contribution: 0n as Money,
    buyerPoints: 0n as Points,
    buyerValue: 0n as Money,
    referrerPoints: 0n as Points,
  };
}

interface Sums {
  readonly amount: Money;
  readonly margin: Money;
  readonly constant: Money;
}

function readSums(economy: Economy, event: EconomyEvent): Sums | Reason {
  const amount = readMoney(economy, event.amount);
  if (typeof amount === 'string') return amount;
  const margin =
    event.margin === undefined
      ? takeDown(amount, economy.policy.contributionRate)
      : readMoneyOrNone(economy, event.margin);
  if (typeof margin === 'string') return margin;
  const constant = event.c === undefined ? (0n as Money) : readMoneyOrNone(economy, event.c);
  if (typeof constant === 'string') return constant;
  return margin > amount || constant > amount ? 'BAD_AMOUNT' : { amount, margin, constant };
}

/** Books an order that was read: its constant points are locked, its cash is held outside. */
export function placeOrder(change: Change, order: EconomyOrder): Placed {
  const { economy } = change;
  const buyer = openedAccount(change, order.buyer);
  const cash = (order.amount - order.constant) as Money;
  buyer.constant = (buyer.constant - order.constant) as Money;
  economy.constant = (economy.constant - order.constant) as Money;
  economy.constantLocked = (economy.constantLocked + order.constant) as Money;
  economy.openCash = (economy.openCash + cash) as Money;
  economy.cashIn = (economy.cashIn + cash) as Money;
  return { type: 'order', buyer: order.buyer, cash, constant: order.constant };
}
