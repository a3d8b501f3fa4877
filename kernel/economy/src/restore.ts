import { openAccount, weightOf } from './account.ts';
import type { Account } from './account.ts';
import { createEconomy } from './economy.ts';
import type { Economy } from './economy.ts';
import { reindex } from './exit-index.ts';
import type { Policy } from './policy.ts';
import type { Weight } from './units.ts';

/** The scalars of an economy as a store keeps them: everything that is not derived. */
export type EconomyTotals = Omit<
  Economy,
  'policy' | 'accounts' | 'exits' | 'accrualToMoney' | 'weight' | 'holders'
>;

/** An account as a store keeps it. */
export type StoredAccount = Omit<Account, 'kind' | 'place'>;

/**
 * Rebuilds an economy from what was stored: weight, holders and the exit index are derived again,
 * so they cannot disagree with the accounts.
 */
export function restoreEconomy(
  policy: Policy,
  totals: EconomyTotals,
  accounts: Iterable<StoredAccount>,
): Economy {
  const economy = Object.assign(createEconomy(policy), totals);
  economy.accounts.clear();
  for (const stored of accounts) {
    const account = Object.assign(openAccount(stored.key, stored.mark), stored);
    economy.accounts.set(account.key, account);
    economy.weight = (economy.weight + weightOf(economy, account)) as Weight;
    if (account.kind !== 'genesis' && account.points > 0n) economy.holders += 1;
    reindex(economy.exits, account, { heap: -1 });
  }
  return economy;
}

/** The scalars to store. */
export function totalsOf(economy: Economy): EconomyTotals {
  const { policy, accounts, exits, accrualToMoney, weight, holders, ...totals } = economy;
  return totals;
}
