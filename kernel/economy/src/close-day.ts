import { powerOfTen } from '@tuodi/amount';
import type { DayClosed } from './booked.ts';
import type { Change } from './change.ts';
import type { Money, PerWeight } from './units.ts';

/**
 * Distributes the open dividend pool: D rises by pool ÷ weight, rounded down, for everybody at
 * once; what that takes from the pool is rounded up, so that the owed pot covers every credit.
 */
export function closeDay({ economy }: Change): DayClosed {
  const { policy, weight, dividendOpen } = economy;
  if (weight === 0n || dividendOpen === 0n) {
    return { type: 'close_day', step: 0n as PerWeight, taken: 0n as Money };
  }
  const fine = powerOfTen(policy.pointDecimals + policy.multiplierDecimals + policy.dDecimals);
  const step = ((dividendOpen * fine) / (weight * powerOfTen(policy.moneyDecimals))) as PerWeight;
  const { times, per } = economy.accrualToMoney;
  const taken = ((step * weight * times + per - 1n) / per) as Money;
  economy.dividendOpen = (dividendOpen - taken) as Money;
  economy.dividendOwed = (economy.dividendOwed + taken) as Money;
  economy.dividendPerWeight = (economy.dividendPerWeight + step) as PerWeight;
  return { type: 'close_day', step, taken };
}
