import type { Account } from './account.ts';
import { accruedDown, openAccount, weightOf } from './account.ts';
import type { Flush } from './booked.ts';
import type { Economy } from './economy.ts';
import { heapNow, reindex } from './exit-index.ts';
import type { Money, Points, Weight } from './units.ts';

/** One event's work on the state: what it touched and paid so far. */
export interface Change {
  readonly economy: Economy;
  readonly flushes: Flush[];
  readonly touched: Account[];
}

/** The account of a key, opened when it is new. */
export function openedAccount(change: Change, key: string): Account {
  const { economy, touched } = change;
  let account = economy.accounts.get(key);
  if (account === undefined) {
    account = openAccount(key, economy.dividendPerWeight);
    economy.accounts.set(key, account);
  }
  if (!touched.includes(account)) touched.push(account);
  return account;
}

/** "flush": pays the credited dividend as far as the quota goes; a fraction of a unit is dropped. */
export function flush(change: Change, account: Account): void {
  const { economy, flushes, touched } = change;
  if (!touched.includes(account)) touched.push(account);
  if (account.mark === economy.dividendPerWeight) return;
  const due = accruedDown(economy, account);
  const amount = due < account.quota ? due : account.quota;
  account.mark = economy.dividendPerWeight;
  if (amount === 0n) return;
  account.quota = (account.quota - amount) as Money;
  account.gross = (account.gross + amount) as Money;
  account.cash = (account.cash + amount) as Money;
  economy.dividendOwed = (economy.dividendOwed - amount) as Money;
  economy.cashOut = (economy.cashOut + amount) as Money;
  flushes.push({ account: account.key, amount });
}

/**
 * Sets the points of an account whose dividend was flushed: level, weight, holders and index
 * follow. Also called with unchanged points, when only the quota moved.
 */
export function place(economy: Economy, account: Account, points: Points): void {
  const before = { heap: heapNow(economy.exits, account) };
  const weight = weightOf(economy, account);
  if (account.kind !== 'genesis') {
    if (account.points === 0n && points > 0n) economy.holders += 1;
    if (account.points > 0n && points === 0n) economy.holders -= 1;
  }
  account.points = points;
  account.level = levelOf(economy, points);
  economy.weight = (economy.weight + weightOf(economy, account) - weight) as Weight;
  reindex(economy.exits, account, before);
}

/** The highest level whose minimum is held. */
function levelOf(economy: Economy, points: Points): number {
  const { levels } = economy.policy;
  let level = levels.length - 1;
  while (level > 0 && points < (levels[level]?.minimum ?? 0n)) level -= 1;
  return level;
}
