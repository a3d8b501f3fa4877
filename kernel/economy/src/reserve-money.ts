import type { Injected } from './booked.ts';
import type { Change } from './change.ts';
import type { Economy } from './economy.ts';
import type { EconomyEvent, Reason } from './event.ts';
import { readMoney } from './holding.ts';
import type { Money } from './units.ts';

/** Puts the platform's own money into the reserve. */
export function inject({ economy }: Change, amount: Money): Injected {
  economy.reserve = (economy.reserve + amount) as Money;
  economy.cashIn = (economy.cashIn + amount) as Money;
  return { type: 'inject', amount };
}

/** Reads a `release`: the stability reserve must hold it, and somebody must hold points. */
export function readRelease(economy: Economy, event: EconomyEvent): Money | Reason {
  const amount = readMoney(economy, event.amount);
  if (typeof amount === 'string') return amount;
  if (amount > economy.stability) return 'NOT_ENOUGH_RESERVE';
  return economy.circulating === 0n ? 'NOTHING_CIRCULATES' : amount;
}

/** Returns money from the stability reserve to the reserve. */
export function release({ economy }: Change, amount: Money): Injected {
  economy.stability = (economy.stability - amount) as Money;
  economy.reserve = (economy.reserve + amount) as Money;
  return { type: 'release', amount };
}
