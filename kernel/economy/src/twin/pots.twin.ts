import { add, ceilingTo, divide, floorTo, isLess, least, multiply } from './rational.twin.ts';
import { subtract, ZERO } from './rational.twin.ts';
import type { Reason, TwinEvent } from './orders.twin.ts';
import {
  afterFee,
  burnPoints,
  floorMoney,
  payDividend,
  payFromReserve,
  priceOf,
  readPositiveMoney,
  totalWeight,
  weightOf,
} from './state.twin.ts';
import type { TwinAccount, TwinState } from './state.twin.ts';

/** Distributes the open dividend: a loop over every account, where the reducer moves only D. */
export function closeDay(state: TwinState): Reason {
  const weight = totalWeight(state);
  if (weight.n === 0n || state.dividendOpen.n === 0n) return undefined;
  const step = floorTo(divide(state.dividendOpen, weight), state.policy.dDecimals);
  const taken = ceilingTo(multiply(step, weight), state.policy.moneyDecimals);
  state.dividendOpen = subtract(state.dividendOpen, taken);
  state.dividendOwed = add(state.dividendOwed, taken);
  state.dividendPerWeight = add(state.dividendPerWeight, step);
  for (const account of state.accounts.values()) {
    account.pending = add(account.pending, multiply(step, weightOf(state, account)));
  }
  return undefined;
}

export function inject(state: TwinState, event: TwinEvent): Reason {
  const amount = readPositiveMoney(state, event['amount']);
  if (!amount.ok) return amount.reason;
  state.reserve = add(state.reserve, amount.value);
  state.cashIn = add(state.cashIn, amount.value);
  return undefined;
}

export function release(state: TwinState, event: TwinEvent): Reason {
  const amount = readPositiveMoney(state, event['amount']);
  if (!amount.ok) return amount.reason;
  if (isLess(state.stability, amount.value)) return 'NOT_ENOUGH_RESERVE';
  if (state.circulating.n === 0n) return 'NOTHING_CIRCULATES';
  state.stability = subtract(state.stability, amount.value);
  state.reserve = add(state.reserve, amount.value);
  return undefined;
}

/** n*P/S + pend >= R, for everybody who holds points except genesis. */
export function isDue(state: TwinState, account: TwinAccount): boolean {
  if (account.kind === 'genesis' || account.points.n === 0n) return false;
  const value = add(multiply(account.points, priceOf(state)), account.pending);
  return !isLess(value, account.quota);
}

/** Forces out whoever is due, looking at everybody again until nobody is (T6: order-free). */
export function cascade(state: TwinState): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const account of state.accounts.values()) {
      if (!isDue(state, account)) continue;
      forceOut(state, account);
      changed = true;
    }
  }
}

function forceOut(state: TwinState, account: TwinAccount): void {
  const { points, pending, quota } = account;
  const dividend = floorMoney(state, least(pending, quota));
  const excess = isLess(quota, pending) ? floorMoney(state, subtract(pending, quota)) : ZERO;
  const gross = isLess(pending, quota) ? floorMoney(state, subtract(quota, pending)) : ZERO;
  const net = floorMoney(state, afterFee(gross, state.policy.sellFee));
  payDividend(state, account, dividend);
  state.dividendOwed = subtract(state.dividendOwed, excess);
  state.dividendOpen = add(state.dividendOpen, excess);
  payFromReserve(state, net);
  account.gross = add(account.gross, gross);
  account.cash = add(account.cash, net);
  if (net.n > 0n) state.paid.push({ to: account.key, what: 'exit', amount: net });
  burnPoints(state, account, points);
  account.quota = ZERO;
  account.pending = ZERO;
  state.exits.push({ account: account.key, points, dividend, gross, net });
}
