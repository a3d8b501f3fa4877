import { accrued, accruedDown } from './account.ts';
import type { Account } from './account.ts';
import type { Exit } from './booked.ts';
import { place } from './change.ts';
import type { Economy } from './economy.ts';
import { candidates, thresholdOf } from './exit-index.ts';
import { afterFee } from './fee.ts';
import type { Money, Points } from './units.ts';

/**
 * Pays out and burns every holder who has reached his quota, until nobody is due. The result does
 * not depend on the order (T6), and it ends after at most as many exits as there are holders (T7).
 */
export function cascade(economy: Economy): { exits: Exit[]; accounts: Account[] } {
  const exits: Exit[] = [];
  const accounts: Account[] = [];
  for (let found = dueAccounts(economy); found.length > 0; found = dueAccounts(economy)) {
    for (const account of found) {
      exits.push(forceExit(economy, account));
      accounts.push(account);
    }
  }
  return { exits, accounts };
}

/** All accounts that are due at the present price. One that is due stays due when others exit. */
function dueAccounts(economy: Economy): Account[] {
  const due: Account[] = [];
  if (economy.circulating === 0n) return due;
  const { exits } = economy;
  for (let heap = 0; heap < exits.heaps.length; heap += 1) {
    if (exits.heaps[heap]?.accounts.length === 0) continue;
    const threshold = thresholdOf(exits, heap, {
      reserve: economy.reserve,
      circulating: economy.circulating,
      dividend: economy.dividendPerWeight,
    });
    for (const account of candidates(exits, heap, threshold)) {
      if (isDue(economy, account)) due.push(account);
    }
  }
  return due;
}

/** points × price + credited dividend ≥ quota, exactly, by cross-multiplication. */
export function isDue(economy: Economy, account: Account): boolean {
  const { times, per } = economy.accrualToMoney;
  const { reserve, circulating } = economy;
  const dividend = accrued(economy, account);
  if (dividend === 0n) return account.points * reserve >= account.quota * circulating;
  const value = account.points * reserve * per + dividend * times * circulating;
  return value >= account.quota * circulating * per;
}

function forceExit(economy: Economy, account: Account): Exit {
  const { times, per } = economy.accrualToMoney;
  const floor = accruedDown(economy, account);
  const exact = floor * per === accrued(economy, account) * times;
  const { points, quota, key } = account;
  const over = floor > quota || (floor === quota && !exact);
  const dividend = over || floor === quota ? quota : floor;
  const back = over ? ((floor - quota) as Money) : (0n as Money);
  // floor(quota − dividend): a fraction of a unit of dividend takes a whole unit off the gross.
  const room = quota - floor - (exact ? 0n : 1n);
  const gross = (room > 0n ? room : 0n) as Money;
  const net = afterFee(gross, economy.policy.sellFee);
  place(economy, account, 0n as Points);
  account.mark = economy.dividendPerWeight;
  account.quota = 0n as Money;
  account.gross = (account.gross + dividend + gross) as Money;
  account.cash = (account.cash + dividend + net) as Money;
  economy.reserve = (economy.reserve - net) as Money;
  economy.dividendOwed = (economy.dividendOwed - dividend - back) as Money;
  economy.dividendOpen = (economy.dividendOpen + back) as Money;
  economy.circulating = (economy.circulating - points) as Points;
  economy.burned = (economy.burned + points) as Points;
  economy.cashOut = (economy.cashOut + dividend + net) as Money;
  return { account: key, points, dividend, back, gross, net };
}
