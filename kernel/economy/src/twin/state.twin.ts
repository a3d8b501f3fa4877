import {
  add,
  byCodePoint,
  divide,
  floorTo,
  isLess,
  isOnGrid,
  least,
  multiply,
  ONE,
  readNumber,
  subtract,
  ZERO,
} from './rational.twin.ts';
import type { Rational } from './rational.twin.ts';
import { genesisPoints } from './policy.twin.ts';
import type { TwinPolicy } from './policy.twin.ts';

/** One account. Letters of the event log: n, c, R, pend, debt, cash, gross. */
export interface TwinAccount {
  readonly key: string;
  readonly kind: 'user' | 'merchant' | 'genesis';
  points: Rational;
  constant: Rational;
  quota: Rational;
  pending: Rational;
  debt: Rational;
  cash: Rational;
  gross: Rational;
  /** Quota ever given; never lowered, also not by a refund (I11 compares with it). */
  quotaGiven: Rational;
}

/** One order; the numbers are what is left of it after partial refunds. */
export interface TwinOrder {
  readonly user: string;
  readonly merchant: string | undefined;
  readonly referrer: string | undefined;
  status: 'open' | 'settled' | 'void';
  amount: Rational;
  margin: Rational;
  constant: Rational;
  contribution: Rational;
  buyerPoints: Rational;
  buyerValue: Rational;
  referrerPoints: Rational;
}

export interface TwinExit {
  readonly account: string;
  readonly points: Rational;
  readonly dividend: Rational;
  readonly gross: Rational;
  readonly net: Rational;
}

export interface TwinPayment {
  readonly to: string;
  readonly what: 'dividend' | 'sale' | 'exit' | 'shares';
  readonly amount: Rational;
}

export interface TwinState {
  readonly policy: TwinPolicy;
  readonly accounts: Map<string, TwinAccount>;
  readonly orders: Map<string, TwinOrder>;
  reserve: Rational; // P
  circulating: Rational; // S
  issued: Rational;
  burned: Rational;
  treasury: Rational;
  constantCash: Rational; // KC
  dividendOpen: Rational; // y_open
  dividendOwed: Rational; // y_res
  stability: Rational; // T
  dividendPerWeight: Rational; // D
  platform: Rational;
  /** The price while nothing circulates, as the exact ratio from before the emptying event. */
  priceWhenEmpty: Rational;
  sharePrice: Rational | undefined;
  /** All cash that ever came in and went out, for I8. */
  cashIn: Rational;
  cashOut: Rational;
  exits: TwinExit[];
  paid: TwinPayment[];
}

export function beginState(policy: TwinPolicy): TwinState {
  const points = genesisPoints(policy);
  const state: TwinState = {
    policy,
    accounts: new Map(),
    orders: new Map(),
    // With a genesis so small that its points floor to 0, P = G stands until the first accepted
    // event moves it to T: the contract sweeps after events, and the policy is none.
    reserve: floorTo(policy.genesisReserve, policy.moneyDecimals),
    circulating: points,
    issued: points,
    burned: ZERO,
    treasury: ZERO,
    constantCash: ZERO,
    dividendOpen: ZERO,
    dividendOwed: ZERO,
    stability: ZERO,
    dividendPerWeight: ZERO,
    platform: ZERO,
    priceWhenEmpty: policy.issuePrice,
    sharePrice: undefined,
    cashIn: policy.genesisReserve,
    cashOut: ZERO,
    exits: [],
    paid: [],
  };
  if (isLess(ZERO, policy.genesisReserve)) openAccount(state, 'g:', 'genesis').points = points;
  return state;
}

/** The account of that key, opened empty where it does not exist yet. */
export function openAccount(state: TwinState, key: string, kind: TwinAccount['kind']): TwinAccount {
  const known = state.accounts.get(key);
  if (known !== undefined) return known;
  const account: TwinAccount = {
    key,
    kind,
    points: ZERO,
    constant: ZERO,
    quota: ZERO,
    pending: ZERO,
    debt: ZERO,
    cash: ZERO,
    gross: ZERO,
    quotaGiven: ZERO,
  };
  state.accounts.set(key, account);
  return account;
}

export function priceOf(state: TwinState): Rational {
  if (state.circulating.n === 0n) return state.priceWhenEmpty;
  return divide(state.reserve, state.circulating);
}

export function weightOf(state: TwinState, account: TwinAccount): Rational {
  if (account.kind !== 'user') return ZERO;
  let multiplier = ZERO;
  for (const level of state.policy.levels) {
    if (!isLess(account.points, level.minimum)) multiplier = level.multiplier;
  }
  return multiply(account.points, multiplier);
}

export function totalWeight(state: TwinState): Rational {
  let total = ZERO;
  for (const account of state.accounts.values()) total = add(total, weightOf(state, account));
  return total;
}

export function sortedAccounts(state: TwinState): TwinAccount[] {
  return [...state.accounts.values()].sort((a, b) => byCodePoint(a.key, b.key));
}

export function floorMoney(state: TwinState, value: Rational): Rational {
  return floorTo(value, state.policy.moneyDecimals);
}

export function floorPoints(state: TwinState, value: Rational): Rational {
  return floorTo(value, state.policy.pointDecimals);
}

/** Pays what is credited, as far as the quota reaches; a fraction of a fen stays in y_res. */
export function flush(state: TwinState, account: TwinAccount): void {
  const dividend = floorMoney(state, least(account.pending, account.quota));
  account.pending = ZERO;
  payDividend(state, account, dividend);
}

export function payDividend(state: TwinState, account: TwinAccount, dividend: Rational): void {
  account.quota = subtract(account.quota, dividend);
  account.gross = add(account.gross, dividend);
  account.cash = add(account.cash, dividend);
  state.dividendOwed = subtract(state.dividendOwed, dividend);
  state.cashOut = add(state.cashOut, dividend);
  if (dividend.n > 0n) state.paid.push({ to: account.key, what: 'dividend', amount: dividend });
}

/** Takes points out of an account and out of circulation; the caller burns or keeps them. */
export function takePoints(state: TwinState, account: TwinAccount, points: Rational): void {
  account.points = subtract(account.points, points);
  state.circulating = subtract(state.circulating, points);
}

export function burnPoints(state: TwinState, account: TwinAccount, points: Rational): void {
  takePoints(state, account, points);
  state.burned = add(state.burned, points);
}

/** Cash leaves the reserve and the house. */
export function payFromReserve(state: TwinState, amount: Rational): void {
  state.reserve = subtract(state.reserve, amount);
  state.cashOut = add(state.cashOut, amount);
}

export function afterFee(value: Rational, fee: Rational): Rational {
  return multiply(value, subtract(ONE, fee));
}

type Amount =
  { readonly ok: true; readonly value: Rational } | { readonly ok: false; reason: string };

/**
 * A number field on a grid: BAD_NUMBER for its spelling, `reason` for its sign or its grid. The
 * value decides about the sign: "-0" is zero, not negative.
 */
function readOnGrid(value: unknown, decimals: number, minimum: bigint, reason: string): Amount {
  const number = readNumber(value);
  if (number === undefined) return { ok: false, reason: 'BAD_NUMBER' };
  if (number.n < minimum || !isOnGrid(number, decimals)) return { ok: false, reason };
  return { ok: true, value: floorTo(number, decimals) };
}

/** Money that must be more than zero. */
export function readPositiveMoney(state: TwinState, value: unknown): Amount {
  return readOnGrid(value, state.policy.moneyDecimals, 1n, 'BAD_AMOUNT');
}

/** Money that may be zero. */
export function readMoney(state: TwinState, value: unknown): Amount {
  return readOnGrid(value, state.policy.moneyDecimals, 0n, 'BAD_AMOUNT');
}

export function readPositivePoints(state: TwinState, value: unknown): Amount {
  return readOnGrid(value, state.policy.pointDecimals, 1n, 'BAD_POINTS');
}
