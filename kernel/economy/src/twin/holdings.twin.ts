import { add, divide, floorTo, isLess, multiply, subtract } from './rational.twin.ts';
import type { Rational } from './rational.twin.ts';
import { giveQuota } from './orders.twin.ts';
import type { Reason, TwinEvent } from './orders.twin.ts';
import {
  afterFee,
  burnPoints,
  floorMoney,
  floorPoints,
  flush,
  payFromReserve,
  priceOf,
  readMoney,
  readPositiveMoney,
  readPositivePoints,
  takePoints,
} from './state.twin.ts';
import type { TwinAccount, TwinState } from './state.twin.ts';

type Named = { ok: true; account: TwinAccount; points: Rational } | { ok: false; reason: string };

/** The account an event names: a string `user` wins, a `merchant` is looked at only without one. */
function accountOf(state: TwinState, event: TwinEvent): TwinAccount | undefined {
  const { user, merchant } = event;
  if (typeof user === 'string') return state.accounts.get(`u:${user}`);
  if (typeof merchant === 'string') return state.accounts.get(`m:${merchant}`);
  return undefined;
}

function holdingOf(state: TwinState, event: TwinEvent): Named {
  const account = accountOf(state, event);
  if (account === undefined) return { ok: false, reason: 'NO_ACCOUNT' };
  if (event['points'] === 'all') {
    if (account.points.n === 0n) return { ok: false, reason: 'BAD_POINTS' };
    return { ok: true, account, points: account.points };
  }
  const points = readPositivePoints(state, event['points']);
  if (!points.ok) return points;
  if (isLess(account.points, points.value)) return { ok: false, reason: 'NOT_ENOUGH_POINTS' };
  return { ok: true, account, points: points.value };
}

/** flush; v = floor(points*p); R -= v: common to sell, convert, goods and ipo_elect. */
function realise(state: TwinState, account: TwinAccount, points: Rational): Rational {
  const value = floorMoney(state, multiply(points, priceOf(state)));
  flush(state, account);
  account.quota = subtract(account.quota, value);
  account.gross = add(account.gross, value);
  return value;
}

export function sell(state: TwinState, event: TwinEvent): Reason {
  const held = holdingOf(state, event);
  if (!held.ok) return held.reason;
  const { account, points } = held;
  const value = realise(state, account, points);
  const net = floorMoney(state, afterFee(value, state.policy.sellFee));
  payFromReserve(state, net);
  account.cash = add(account.cash, net);
  if (net.n > 0n) state.paid.push({ to: account.key, what: 'sale', amount: net });
  burnPoints(state, account, points);
  return undefined;
}

export function convert(state: TwinState, event: TwinEvent): Reason {
  const held = holdingOf(state, event);
  if (!held.ok) return held.reason;
  const { account, points } = held;
  const value = realise(state, account, points);
  const constant = floorMoney(state, afterFee(value, state.policy.convertFee));
  state.reserve = subtract(state.reserve, constant);
  state.constantCash = add(state.constantCash, constant);
  account.constant = add(account.constant, constant);
  takePoints(state, account, points);
  state.treasury = add(state.treasury, points);
  return undefined;
}

export function redeemConstant(state: TwinState, event: TwinEvent): Reason {
  // The field counts, not its value: `"user": null` is MERCHANT_ONLY, `"merchant": 4` NO_ACCOUNT.
  if (Object.hasOwn(event, 'user') || !Object.hasOwn(event, 'merchant')) return 'MERCHANT_ONLY';
  const account = accountOf(state, event);
  if (account === undefined) return 'NO_ACCOUNT';
  const amount = readPositiveMoney(state, event['amount']);
  if (!amount.ok) return amount.reason;
  if (isLess(account.constant, amount.value)) return 'NOT_ENOUGH_C';
  const points = floorPoints(state, divide(amount.value, priceOf(state)));
  if (isLess(state.treasury, points)) return 'TREASURY_SHORT';

  flush(state, account);
  account.constant = subtract(account.constant, amount.value);
  state.constantCash = subtract(state.constantCash, amount.value);
  state.reserve = add(state.reserve, amount.value);
  state.treasury = subtract(state.treasury, points);
  state.circulating = add(state.circulating, points);
  account.points = add(account.points, points);
  const quota = multiply(state.policy.merchantQuotaRate, amount.value);
  giveQuota(account, floorMoney(state, quota));
  return undefined;
}

export function goods(state: TwinState, event: TwinEvent): Reason {
  const held = holdingOf(state, event);
  if (!held.ok) return held.reason;
  const { account, points } = held;
  const cost = readMoney(state, event['cost']);
  if (!cost.ok) return cost.reason;
  const value = floorMoney(state, multiply(points, priceOf(state)));
  const most = floorMoney(state, afterFee(value, state.policy.sellFee));
  if (isLess(most, cost.value)) return 'COST_ABOVE_VALUE';

  realise(state, account, points);
  payFromReserve(state, cost.value);
  burnPoints(state, account, points);
  return undefined;
}

export function claim(state: TwinState, event: TwinEvent): Reason {
  const account = accountOf(state, event);
  if (account === undefined) return 'NO_ACCOUNT';
  flush(state, account);
  return undefined;
}

export function openIpo(state: TwinState, event: TwinEvent): Reason {
  if (state.sharePrice !== undefined) return 'IPO_OPEN';
  // Shares are paid from the reserve, so the price of one lies on the money grid.
  const price = readPositiveMoney(state, event['share_price']);
  if (!price.ok) return price.reason;
  state.sharePrice = price.value;
  return undefined;
}

export function electIpo(state: TwinState, event: TwinEvent): Reason {
  if (state.sharePrice === undefined) return 'IPO_NOT_OPEN';
  const held = holdingOf(state, event);
  if (!held.ok) return held.reason;
  const { account, points } = held;
  const value = realise(state, account, points);
  const shares = floorTo(divide(value, state.sharePrice), 0);
  payFromReserve(state, floorMoney(state, multiply(shares, state.sharePrice)));
  state.paid.push({ to: account.key, what: 'shares', amount: shares });
  burnPoints(state, account, points);
  return undefined;
}
