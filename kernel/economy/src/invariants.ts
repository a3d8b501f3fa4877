import { invariant } from '@tuodi/outcome';
import type { Account } from './account.ts';
import { isDue } from './cascade.ts';
import { priceOf } from './economy.ts';
import type { Economy } from './economy.ts';
import type { Price } from './units.ts';

/**
 * What must hold after every event, as far as it costs no loop over holders: I1, I3–I6 and I8 from
 * running totals, I2 from the totals of supply, I9–I11 for the accounts that the event touched.
 * (I10 for all others follows from the exit index; I2, I7, I12 over all holders are for the twin,
 * the tests and the audit.)
 */
export function checkInvariants(
  economy: Economy,
  touched: readonly Account[],
  before: Price,
): void {
  const { reserve, circulating, issued, treasury } = economy;
  if (circulating > 0n) {
    invariant(reserve * before.points >= before.money * circulating, 'I1 the price never falls');
  } else {
    invariant(reserve === 0n, 'I1 what nobody backs is in the stability reserve');
  }
  invariant(issued === circulating + economy.burned + treasury, 'I2 supply adds up');
  invariant(issued <= economy.policy.issueCap, 'I3 no more is issued than the cap');
  invariant(
    economy.constantBacking === economy.constant + economy.constantLocked,
    'I4 constant points are backed one for one',
  );
  checkTreasury(economy);
  invariant(
    reserve >= 0n &&
      economy.constant >= 0n &&
      economy.constantLocked >= 0n &&
      economy.dividendOpen >= 0n &&
      economy.dividendOwed >= 0n &&
      economy.stability >= 0n &&
      economy.openCash >= 0n &&
      economy.weight >= 0n,
    'I6 no pot is negative',
  );
  invariant(
    economy.cashIn - economy.cashOut ===
      reserve +
        economy.constantBacking +
        economy.dividendOpen +
        economy.dividendOwed +
        economy.stability +
        economy.openCash,
    'I8 cash is conserved',
  );
  for (const account of touched) checkAccount(economy, account);
}

/** I5 at the price now, and while nothing circulates at the last one. */
function checkTreasury(economy: Economy): void {
  const { money, points } = priceOf(economy);
  invariant(
    economy.treasury * money >= economy.constantBacking * points,
    'I5 the treasury covers the constant points',
  );
}

function checkAccount(economy: Economy, account: Account): void {
  invariant(
    account.points >= 0n &&
      account.constant >= 0n &&
      account.quota >= 0n &&
      account.debt >= 0n &&
      account.cash >= 0n &&
      account.gross >= 0n,
    'I9 no account is negative',
  );
  if (account.kind !== 'genesis' && account.points > 0n) {
    invariant(!isDue(economy, account), 'I10 every holder stays below his quota');
  }
  invariant(account.gross + account.quota <= account.given, 'I11 nobody receives above his quota');
}
