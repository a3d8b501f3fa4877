import { add, divide, greatest, isLess, least, multiply, subtract, ZERO } from './rational.twin.ts';
import type { Rational } from './rational.twin.ts';
import {
  burnPoints,
  floorMoney,
  floorPoints,
  flush,
  openAccount,
  payFromReserve,
  priceOf,
  readMoney,
  readPositiveMoney,
} from './state.twin.ts';
import type { TwinAccount, TwinOrder, TwinState } from './state.twin.ts';

/** What an event handler answers: the reason of its refusal, or undefined when it was accepted. */
export type Reason = string | undefined;
export type TwinEvent = Record<string, unknown>;

export function order(state: TwinState, event: TwinEvent): Reason {
  const { id, user, referrer } = event;
  if (typeof id !== 'string' || typeof user !== 'string') return 'BAD_EVENT';
  if (referrer !== undefined && referrer !== null && typeof referrer !== 'string') {
    return 'BAD_EVENT';
  }
  if (state.orders.has(id)) return 'DUPLICATE_ORDER';
  const amount = readPositiveMoney(state, event['amount']);
  if (!amount.ok) return amount.reason;
  const share = floorMoney(state, multiply(state.policy.contributionRate, amount.value));
  const margin = Object.hasOwn(event, 'margin')
    ? readMoney(state, event['margin'])
    : { ok: true as const, value: share };
  if (!margin.ok) return margin.reason;
  const constant = Object.hasOwn(event, 'c')
    ? readMoney(state, event['c'])
    : { ok: true as const, value: ZERO };
  if (!constant.ok) return constant.reason;
  if (isLess(amount.value, margin.value) || isLess(amount.value, constant.value)) {
    return 'BAD_AMOUNT';
  }
  const merchant = typeof event['merchant'] === 'string' ? event['merchant'] : undefined;
  if (constant.value.n > 0n && merchant === undefined) return 'NO_MERCHANT';
  if (referrer === user) return 'SELF_REFERRAL';
  const known = state.accounts.get(`u:${user}`);
  if (constant.value.n > 0n) {
    if (known === undefined) return 'NO_ACCOUNT';
    if (isLess(known.constant, constant.value)) return 'NOT_ENOUGH_C';
  }

  const buyer = openAccount(state, `u:${user}`, 'user');
  buyer.constant = subtract(buyer.constant, constant.value);
  state.cashIn = add(state.cashIn, subtract(amount.value, constant.value));
  state.orders.set(id, {
    user,
    merchant,
    referrer: typeof referrer === 'string' ? referrer : undefined,
    status: 'open',
    amount: amount.value,
    margin: margin.value,
    constant: constant.value,
    contribution: ZERO,
    buyerPoints: ZERO,
    buyerValue: ZERO,
    referrerPoints: ZERO,
  });
  return undefined;
}

export function settle(state: TwinState, event: TwinEvent): Reason {
  const found = typeof event['order'] === 'string' ? state.orders.get(event['order']) : undefined;
  if (found === undefined) return 'NO_ORDER';
  if (found.status !== 'open') return 'ORDER_NOT_OPEN';
  settleOrder(state, found);
  return undefined;
}

/** An order and its settlement in one event: the fresh order is open, so settling cannot fail. */
export function buy(state: TwinState, event: TwinEvent): Reason {
  return order(state, event) ?? settle(state, { order: event['id'] });
}

function settleOrder(state: TwinState, settled: TwinOrder): void {
  const { policy } = state;
  const price = priceOf(state);
  const share = multiply(policy.contributionRate, settled.amount);
  const contribution = floorMoney(state, least(share, settled.margin));
  const profit = subtract(settled.margin, contribution);
  const dividend = floorMoney(state, multiply(policy.dividendRate, profit));
  const buyer = openAccount(state, `u:${settled.user}`, 'user');
  const referrer =
    settled.referrer === undefined ? undefined : state.accounts.get(`u:${settled.referrer}`);
  flush(state, buyer);
  // Also after ipo_open: only the referrer's grant and his debt are left alone then.
  if (referrer !== undefined) flush(state, referrer);

  settled.status = 'settled';
  settled.contribution = contribution;
  grantBuyer(state, settled, { buyer, price });
  if (referrer !== undefined) grantReferrer(state, settled, { referrer, price });

  state.reserve = add(state.reserve, contribution);
  state.dividendOpen = add(state.dividendOpen, dividend);
  const platform = subtract(profit, dividend);
  state.platform = add(state.platform, platform);
  state.cashOut = add(state.cashOut, platform);
  giveQuota(buyer, floorMoney(state, multiply(policy.quotaRate, settled.amount)));
  payMerchant(state, settled);
}

function grantBuyer(
  state: TwinState,
  settled: TwinOrder,
  { buyer, price }: { buyer: TwinAccount; price: Rational },
): void {
  const value = floorMoney(state, multiply(state.policy.grantRate, settled.contribution));
  const offset = least(value, buyer.debt);
  buyer.debt = subtract(buyer.debt, offset);
  settled.buyerValue = subtract(value, offset);
  settled.buyerPoints = issue(state, buyer, divide(settled.buyerValue, price));
}

function grantReferrer(
  state: TwinState,
  settled: TwinOrder,
  { referrer, price }: { referrer: TwinAccount; price: Rational },
): void {
  if (state.sharePrice !== undefined) return;
  const held = multiply(referrer.points, price);
  const room = greatest(ZERO, floorMoney(state, subtract(referrer.quota, held)));
  const share = floorMoney(state, multiply(state.policy.referralRate, settled.contribution));
  const value = least(share, room);
  const offset = least(value, referrer.debt);
  referrer.debt = subtract(referrer.debt, offset);
  settled.referrerPoints = issue(state, referrer, divide(subtract(value, offset), price));
}

/** Grants points, floored, as far as the cap leaves room; none after ipo_open. */
function issue(state: TwinState, account: TwinAccount, wanted: Rational): Rational {
  if (state.sharePrice !== undefined) return ZERO;
  const left = subtract(state.policy.issueCap, state.issued);
  const points = floorPoints(state, least(floorPoints(state, wanted), left));
  account.points = add(account.points, points);
  state.circulating = add(state.circulating, points);
  state.issued = add(state.issued, points);
  return points;
}

export function giveQuota(account: TwinAccount, quota: Rational): void {
  account.quota = add(account.quota, quota);
  account.quotaGiven = add(account.quotaGiven, quota);
}

/** The margin comes from the cash part first; the rest of cash and constant is the merchant's. */
function payMerchant(state: TwinState, settled: TwinOrder): void {
  const cash = subtract(settled.amount, settled.constant);
  const marginInCash = least(settled.margin, cash);
  const retired = subtract(settled.margin, marginInCash);
  state.constantCash = subtract(state.constantCash, retired);
  state.cashOut = add(state.cashOut, subtract(cash, marginInCash));
  const proceeds = subtract(settled.constant, retired);
  if (proceeds.n > 0n && settled.merchant !== undefined) {
    const merchant = openAccount(state, `m:${settled.merchant}`, 'merchant');
    merchant.constant = add(merchant.constant, proceeds);
  }
  settled.constant = ZERO;
}

export function refund(state: TwinState, event: TwinEvent): Reason {
  const found = typeof event['order'] === 'string' ? state.orders.get(event['order']) : undefined;
  if (found === undefined) return 'NO_ORDER';
  if (found.status === 'void') return 'ORDER_VOID';
  let back = found.amount;
  if (event['amount'] !== 'all') {
    const amount = readPositiveMoney(state, event['amount']);
    if (!amount.ok) return amount.reason;
    if (isLess(found.amount, amount.value)) return 'REFUND_TOO_LARGE';
    back = amount.value;
  }
  if (found.status === 'open') refundOpen(state, found, back);
  else refundSettled(state, found, back);
  found.amount = subtract(found.amount, back);
  if (found.amount.n === 0n) found.status = 'void';
  return undefined;
}

/** What falls due of a remaining quantity; everything, unfloored, when the rest is refunded. */
interface Share {
  readonly ofMoney: (whole: Rational) => Rational;
  readonly ofPoints: (whole: Rational) => Rational;
}

function shareOf(state: TwinState, found: TwinOrder, back: Rational): Share {
  const share = divide(back, found.amount);
  if (!isLess(back, found.amount)) return { ofMoney: (all) => all, ofPoints: (all) => all };
  return {
    ofMoney: (whole) => floorMoney(state, multiply(share, whole)),
    ofPoints: (whole) => floorPoints(state, multiply(share, whole)),
  };
}

function refundOpen(state: TwinState, found: TwinOrder, back: Rational): void {
  const due = shareOf(state, found, back);
  const cash = subtract(found.amount, found.constant);
  const constantBack = greatest(due.ofMoney(found.constant), subtract(back, cash));
  const buyer = openAccount(state, `u:${found.user}`, 'user');
  buyer.constant = add(buyer.constant, constantBack);
  state.cashOut = add(state.cashOut, subtract(back, constantBack));
  found.margin = subtract(found.margin, due.ofMoney(found.margin));
  found.constant = subtract(found.constant, constantBack);
}

function refundSettled(state: TwinState, found: TwinOrder, back: Rational): void {
  const price = priceOf(state);
  const due = shareOf(state, found, back);
  const buyer = openAccount(state, `u:${found.user}`, 'user');
  flush(state, buyer);
  const buyerDue = due.ofPoints(found.buyerPoints);
  const valueDue = due.ofMoney(found.buyerValue);
  const buyerBurn = least(buyerDue, buyer.points);
  const referrerDue = due.ofPoints(found.referrerPoints);
  const contributionDue = due.ofMoney(found.contribution);
  const referrerBurn = takeFromReferrer(state, found, referrerDue);
  burnPoints(state, buyer, buyerBurn);

  const burnt = add(buyerBurn, referrerBurn);
  payFromReserve(state, least(contributionDue, floorMoney(state, multiply(burnt, price))));
  // Where no point falls due (a small part, a cap, after ipo_open) there is no debt either, but
  // what remains of V falls by v_due all the same.
  if (buyerDue.n > 0n) {
    const missing = divide(subtract(buyerDue, buyerBurn), buyerDue);
    buyer.debt = add(buyer.debt, floorMoney(state, multiply(valueDue, missing)));
  }
  const quota = floorMoney(state, multiply(state.policy.quotaRate, back));
  buyer.quota = greatest(ZERO, subtract(buyer.quota, quota));

  found.buyerPoints = subtract(found.buyerPoints, buyerDue);
  found.buyerValue = subtract(found.buyerValue, valueDue);
  found.referrerPoints = subtract(found.referrerPoints, referrerDue);
  found.contribution = subtract(found.contribution, contributionDue);
}

/** Burns what the referrer still holds of his grant; his shortfall becomes nobody's debt. */
function takeFromReferrer(state: TwinState, found: TwinOrder, due: Rational): Rational {
  if (due.n === 0n) return ZERO; // The referrer is not even flushed.
  const referrer = state.accounts.get(`u:${found.referrer ?? ''}`);
  if (referrer === undefined) throw new Error('a referrer with points has no account');
  flush(state, referrer);
  const burnt = least(due, referrer.points);
  burnPoints(state, referrer, burnt);
  return burnt;
}
