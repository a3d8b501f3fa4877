import { divideDown, powerOfTen, writeDecimal, writeFixed } from '@tuodi/amount';
import type { Outcome } from '@tuodi/outcome';
import { accrued } from './account.ts';
import type { Account } from './account.ts';
import type { Applied, Booked, Exit } from './booked.ts';
import { compareCodePoints } from './code-points.ts';
import { priceOf } from './economy.ts';
import type { Economy } from './economy.ts';
import type { EventRefusal } from './event.ts';
import type { Policy } from './policy.ts';

/** An account as a record writes it; all exact decimals. */
export interface AccountRecord {
  readonly n: string;
  readonly c: string;
  readonly quota: string;
  readonly pend: string;
  readonly debt: string;
  readonly cash: string;
  readonly gross: string;
}

/** The pots and totals of a record, as exact decimals; `price` is floored to 12 decimals. */
export interface StateRecord {
  readonly P: string;
  readonly S: string;
  readonly price: string;
  readonly issued: string;
  readonly burned: string;
  readonly treasury: string;
  readonly C: string;
  readonly KC: string;
  readonly y_open: string;
  readonly y_res: string;
  readonly T: string;
  readonly D: string;
  readonly W: string;
  readonly platform: string;
  readonly holders: number;
}

export interface AccountsRecord {
  readonly accounts: Readonly<Record<string, AccountRecord>>;
  readonly top: readonly string[];
}

export interface PayoutRecord {
  readonly to: string;
  readonly what: 'dividend' | 'sale' | 'exit' | 'shares';
  readonly amount: string;
}

const PRICE_DECIMALS = 12;
const TOP = 10;

/** The present state, without accounts. */
export function stateRecord(economy: Economy): StateRecord {
  const { policy } = economy;
  const money = (units: bigint): string => writeDecimal(units, policy.moneyDecimals);
  const points = (units: bigint): string => writeDecimal(units, policy.pointDecimals);
  return {
    P: money(economy.reserve),
    S: points(economy.circulating),
    price: priceText(economy),
    issued: points(economy.issued),
    burned: points(economy.burned),
    treasury: points(economy.treasury),
    C: money(economy.constant),
    KC: money(economy.constantBacking),
    y_open: money(economy.dividendOpen),
    y_res: money(economy.dividendOwed),
    T: money(economy.stability),
    D: writeDecimal(economy.dividendPerWeight, policy.dDecimals),
    W: writeDecimal(economy.weight, policy.pointDecimals + policy.multiplierDecimals),
    platform: money(economy.platform),
    holders: economy.holders,
  };
}

/** Money per point with 12 decimals, rounded down. */
export function priceText(economy: Economy): string {
  const { money, points } = priceOf(economy);
  const { moneyDecimals, pointDecimals } = economy.policy;
  const units = divideDown(
    money * powerOfTen(PRICE_DECIMALS + pointDecimals),
    points * powerOfTen(moneyDecimals),
  );
  return writeFixed(units, PRICE_DECIMALS);
}

/** Every account, and the ten members with the most points. */
export function accountsRecord(economy: Economy): AccountsRecord {
  const keys = [...economy.accounts.keys()].toSorted(compareCodePoints);
  const entries = keys.flatMap((key) => {
    const account = economy.accounts.get(key);
    return account === undefined ? [] : [[key, accountRecord(economy, account)] as const];
  });
  return { accounts: Object.fromEntries(entries), top: topMembers(economy) };
}

/** One account as a record writes it. */
export function accountRecord(economy: Economy, account: Account): AccountRecord {
  const { moneyDecimals, pointDecimals, multiplierDecimals, dDecimals } = economy.policy;
  const money = (units: bigint): string => writeDecimal(units, moneyDecimals);
  return {
    n: writeDecimal(account.points, pointDecimals),
    c: money(account.constant),
    quota: money(account.quota),
    pend: writeDecimal(accrued(economy, account), pointDecimals + multiplierDecimals + dDecimals),
    debt: money(account.debt),
    cash: money(account.cash),
    gross: money(account.gross),
  };
}

/** Keys of the ten members with the most points; equals by key. */
export function topMembers(economy: Economy): string[] {
  const members = [...economy.accounts.values()].filter(
    (account) => account.kind === 'member' && account.points > 0n,
  );
  const sorted = members.toSorted((a, b) =>
    a.points === b.points ? compareCodePoints(a.key, b.key) : a.points > b.points ? -1 : 1,
  );
  return sorted.slice(0, TOP).map((account) => account.key);
}

/** What a record says of an event's outcome before the state. */
export function outcomeRecord(outcome: Outcome<Applied, EventRefusal>): {
  readonly ok: boolean;
  readonly reason?: string;
} {
  return outcome.ok ? { ok: true } : { ok: false, reason: outcome.refusal.code };
}

/** `exits` and `paid` of a record. A refused event has none. */
export function effectRecord(
  policy: Policy,
  outcome: Outcome<Applied, EventRefusal>,
): { readonly exits: readonly object[]; readonly paid: readonly PayoutRecord[] } {
  if (!outcome.ok) return { exits: [], paid: [] };
  const { exits } = outcome.value;
  return {
    exits: exits.map((exit) => exitRecord(policy, exit)),
    paid: payouts(policy, outcome.value),
  };
}

function exitRecord(policy: Policy, exit: Exit): object {
  return {
    account: exit.account,
    points: writeDecimal(exit.points, policy.pointDecimals),
    dividend: writeDecimal(exit.dividend, policy.moneyDecimals),
    gross: writeDecimal(exit.gross, policy.moneyDecimals),
    net: writeDecimal(exit.net, policy.moneyDecimals),
  };
}

/** Every payout above zero, sorted by receiver and kind; an election of shares always. */
function payouts(policy: Policy, applied: Applied): PayoutRecord[] {
  const money = (units: bigint): string => writeDecimal(units, policy.moneyDecimals);
  const rows: PayoutRecord[] = [];
  for (const { account, amount } of applied.flushes) {
    rows.push({ to: account, what: 'dividend', amount: money(amount) });
  }
  for (const { account, dividend, net } of applied.exits) {
    if (dividend > 0n) rows.push({ to: account, what: 'dividend', amount: money(dividend) });
    if (net > 0n) rows.push({ to: account, what: 'exit', amount: money(net) });
  }
  rows.push(...salePayout(applied.booked, money));
  return rows.toSorted(
    (a, b) => compareCodePoints(a.to, b.to) || compareCodePoints(a.what, b.what),
  );
}

function salePayout(booked: Booked, money: (units: bigint) => string): PayoutRecord[] {
  if (booked.type === 'sell' && booked.net > 0n) {
    return [{ to: booked.account, what: 'sale', amount: money(booked.net) }];
  }
  if (booked.type === 'ipo_elect') {
    return [{ to: booked.account, what: 'shares', amount: String(booked.shares) }];
  }
  return [];
}
