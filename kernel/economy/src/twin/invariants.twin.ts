import { add, isEqual, isLess, multiply, subtract, ZERO } from './rational.twin.ts';
import type { Rational } from './rational.twin.ts';
import { isDue } from './pots.twin.ts';
import { priceOf } from './state.twin.ts';
import type { TwinAccount, TwinState } from './state.twin.ts';

/**
 * I1 to I12 of the event log over all accounts and orders.
 * @throws Error whose message begins with the number of the broken invariant.
 */
export function assertInvariants(state: TwinState, priceBefore: Rational): void {
  const accounts = [...state.accounts.values()];
  const price = priceOf(state);
  const holders = accounts.filter((one) => one.kind !== 'genesis' && one.points.n > 0n);
  const locked = sum([...state.orders.values()].map((one) => lockedIn(one)));
  const held = sum(accounts.map((one) => one.points));
  const constant = sum(accounts.map((one) => one.constant));

  check(!isLess(price, priceBefore), 'I1 the price never falls');
  const everywhere = add(add(state.circulating, state.burned), state.treasury);
  check(isEqual(state.issued, everywhere), 'I2 issued is circulating, burned and treasury');
  check(isEqual(state.circulating, held), 'I2 what circulates is what the accounts hold');
  check(!isLess(state.policy.issueCap, state.issued), 'I3 no more is issued than the cap');
  check(isEqual(state.constantCash, add(constant, locked)), 'I4 constant points are backed 1:1');
  const treasuryValue = multiply(state.treasury, price);
  check(!isLess(treasuryValue, state.constantCash), 'I5 the treasury is worth its cash');
  for (const pot of potsOf(state)) check(!isLess(pot, ZERO), 'I6 no pot is negative');
  const pending = sum(accounts.map((one) => one.pending));
  check(!isLess(state.dividendOwed, pending), 'I7 credited dividends are funded');
  check(isEqual(subtract(state.cashIn, state.cashOut), cashInside(state)), 'I8 cash is conserved');
  for (const account of accounts) {
    for (const value of valuesOf(account)) check(!isLess(value, ZERO), `I9 ${account.key}`);
    check(!isDue(state, account), `I10 ${account.key} stays below the quota`);
    const used = add(account.gross, account.quota);
    check(!isLess(account.quotaGiven, used), `I11 ${account.key} keeps to the quota ever given`);
  }
  const value = multiply(sum(holders.map((one) => one.points)), price);
  const quotas = sum(holders.map((one) => one.quota));
  check(holders.length === 0 || isLess(value, quotas), 'I12 reserve of the holders below quotas');
}

function check(holds: boolean, law: string): void {
  if (!holds) throw new Error(law);
}

function sum(values: readonly Rational[]): Rational {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

function lockedIn(order: { readonly status: string; readonly constant: Rational }): Rational {
  return order.status === 'open' ? order.constant : ZERO;
}

function potsOf(state: TwinState): Rational[] {
  return [
    state.reserve,
    state.circulating,
    state.burned,
    state.treasury,
    state.constantCash,
    state.dividendOpen,
    state.dividendOwed,
    state.stability,
    state.platform,
  ];
}

/** P + KC + y_open + y_res + T + the cash part of open orders. */
function cashInside(state: TwinState): Rational {
  let total = sum([
    state.reserve,
    state.constantCash,
    state.dividendOpen,
    state.dividendOwed,
    state.stability,
  ]);
  for (const order of state.orders.values()) {
    if (order.status === 'open') total = add(total, subtract(order.amount, order.constant));
  }
  return total;
}

function valuesOf(account: TwinAccount): Rational[] {
  return [
    account.points,
    account.constant,
    account.quota,
    account.pending,
    account.debt,
    account.cash,
    account.gross,
  ];
}
