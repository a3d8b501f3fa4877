import { smaller, takeDown } from '@tuodi/amount';
import type { Fraction } from '@tuodi/amount';
import type { Account } from './account.ts';
import type { RefundedLate, RefundedOpen } from './booked.ts';
import { flush, openedAccount, place } from './change.ts';
import type { Change } from './change.ts';
import { priceOf } from './economy.ts';
import type { Economy } from './economy.ts';
import type { EconomyEvent, Reason } from './event.ts';
import { readMoney } from './holding.ts';
import type { EconomyOrder } from './order.ts';
import { valueDown } from './units.ts';
import type { Money, Points } from './units.ts';

export interface RefundRequest {
  readonly order: EconomyOrder;
  readonly amount: Money;
}

/** Checks a `refund` and reads it; nothing changes yet. */
export function readRefund(
  economy: Economy,
  event: EconomyEvent,
  order: EconomyOrder | undefined,
): RefundRequest | Reason {
  if (order === undefined) return 'NO_ORDER';
  if (order.state === 'void') return 'ORDER_VOID';
  if (event.amount === 'all') return { order, amount: order.amount };
  const amount = readMoney(economy, event.amount);
  if (typeof amount === 'string') return amount;
  return amount > order.amount ? 'REFUND_TOO_LARGE' : { order, amount };
}

/** A refund before settlement: cash and constant points go back in proportion, the order shrinks. */
export function refundOpenOrder(
  change: Change,
  { order, amount }: RefundRequest,
): { readonly booked: RefundedOpen; readonly order: EconomyOrder } {
  const { economy } = change;
  const whole = amount === order.amount;
  const share: Fraction = { numerator: amount, denominator: order.amount };
  const leastConstant = amount - (order.amount - order.constant);
  const shared = takeDown(order.constant, share);
  const constant = whole
    ? order.constant
    : ((shared > leastConstant ? shared : leastConstant) as Money);
  const margin = whole ? order.margin : takeDown(order.margin, share);
  const cash = (amount - constant) as Money;
  const buyer = openedAccount(change, order.buyer);
  buyer.constant = (buyer.constant + constant) as Money;
  economy.constant = (economy.constant + constant) as Money;
  economy.constantLocked = (economy.constantLocked - constant) as Money;
  economy.openCash = (economy.openCash - cash) as Money;
  economy.cashOut = (economy.cashOut + cash) as Money;
  return {
    booked: { type: 'refund_open', buyer: order.buyer, amount, cash, constant },
    order: {
      ...order,
      state: whole ? 'void' : 'open',
      amount: (order.amount - amount) as Money,
      margin: (order.margin - margin) as Money,
      constant: (order.constant - constant) as Money,
    },
  };
}

/**
 * A refund after settlement: the points of the refunded share are burned as far as they are still
 * held, and at most their present value, never more than their share of the contribution, leaves
 * the reserve. What the buyer has sold already becomes his debt.
 */
export function refundSettledOrder(
  change: Change,
  request: RefundRequest,
): { readonly booked: RefundedLate; readonly order: EconomyOrder } {
  const { economy } = change;
  const { order, amount } = request;
  const price = priceOf(economy);
  const due = dueBack(request);
  const buyer = openedAccount(change, order.buyer);
  flush(change, buyer);
  const referrer = order.referrer === null ? undefined : economy.accounts.get(order.referrer);
  const burnReferrer = referrer !== undefined && due.referrerPoints > 0n;
  if (burnReferrer) flush(change, referrer);
  const buyerPoints = smaller(due.buyerPoints, buyer.points);
  const referrerPoints = burnReferrer
    ? smaller(due.referrerPoints, referrer.points)
    : (0n as Points);
  const burned = (buyerPoints + referrerPoints) as Points;
  const fromReserve = smaller(due.contribution, valueDown(burned, price));
  const missing = due.buyerPoints - buyerPoints;
  const debt = (missing === 0n ? 0n : (due.buyerValue * missing) / due.buyerPoints) as Money;
  const quota = takeDown(amount, economy.policy.quotaRate);
  buyer.debt = (buyer.debt + debt) as Money;
  buyer.quota = (buyer.quota > quota ? buyer.quota - quota : 0n) as Money;
  burn(economy, buyer, buyerPoints);
  if (burnReferrer) burn(economy, referrer, referrerPoints);
  economy.reserve = (economy.reserve - fromReserve) as Money;
  economy.cashOut = (economy.cashOut + fromReserve) as Money;
  return {
    booked: {
      type: 'refund_late',
      buyer: order.buyer,
      referrer: order.referrer,
      merchant: order.merchant,
      amount,
      fromReserve,
      buyerPoints,
      referrerPoints,
      debt,
    },
    order: {
      ...order,
      state: amount === order.amount ? 'void' : 'settled',
      amount: (order.amount - amount) as Money,
      contribution: (order.contribution - due.contribution) as Money,
      buyerPoints: (order.buyerPoints - due.buyerPoints) as Points,
      buyerValue: (order.buyerValue - due.buyerValue) as Money,
      referrerPoints: (order.referrerPoints - due.referrerPoints) as Points,
    },
  };
}

interface DueBack {
  readonly contribution: Money;
  readonly buyerPoints: Points;
  readonly buyerValue: Money;
  readonly referrerPoints: Points;
}

/** The refunded share of what settlement gave, rounded down; of the last share, everything left. */
function dueBack({ order, amount }: RefundRequest): DueBack {
  if (amount === order.amount) return order;
  const share: Fraction = { numerator: amount, denominator: order.amount };
  return {
    contribution: takeDown(order.contribution, share),
    buyerPoints: takeDown(order.buyerPoints, share),
    buyerValue: takeDown(order.buyerValue, share),
    referrerPoints: takeDown(order.referrerPoints, share),
  };
}

function burn(economy: Economy, account: Account, points: Points): void {
  economy.circulating = (economy.circulating - points) as Points;
  economy.burned = (economy.burned + points) as Points;
  place(economy, account, (account.points - points) as Points);
}
