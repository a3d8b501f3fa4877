import type { Economy } from './economy.ts';
import type { Money, PerWeight, Points, Weight } from './units.ts';

/** `u:` a member, `m:` a merchant, `g:` the locked genesis points. */
export type AccountKind = 'member' | 'merchant' | 'genesis';

/** One holder. Credited dividend is not stored: it is weight × (D − mark), paid at every touch. */
export interface Account {
  readonly key: string;
  readonly kind: AccountKind;
  points: Points;
  constant: Money;
  /** What may still be received, over the account's whole life (R). */
  quota: Money;
  /** All quota ever given; with `gross` and `quota` it shows I11. */
  given: Money;
  /** Value sold before its goods came back; later grants pay it first. */
  debt: Money;
  /** Paid out, after fees. */
  cash: Money;
  /** Received, before fees. */
  gross: Money;
  /** D when the dividend was last paid (D0). */
  mark: PerWeight;
  /** Position in the policy's levels; stored, so that new levels re-weight at the next touch. */
  level: number;
  /** Place in the exit index of its level, -1 while it is in none. Derived: never persisted. */
  place: number;
}

export function openAccount(key: string, mark: PerWeight): Account {
  const nothing = 0n as Money;
  return {
    key,
    kind: key.startsWith('u:') ? 'member' : key.startsWith('m:') ? 'merchant' : 'genesis',
    points: 0n as Points,
    constant: nothing,
    quota: nothing,
    given: nothing,
    debt: nothing,
    cash: nothing,
    gross: nothing,
    mark,
    level: 0,
    place: -1,
  };
}

/** points × multiplier of the account's level; merchants and genesis points weigh nothing. */
export function weightOf(economy: Economy, account: Account): Weight {
  if (account.kind !== 'member') return 0n as Weight;
  const level = economy.policy.levels[account.level];
  return (account.points * (level?.multiplier ?? 0n)) as Weight;
}

/** Credited dividend, exact, in units of 10^-(weight decimals + dDecimals). */
export function accrued(economy: Economy, account: Account): bigint {
  if (account.mark === economy.dividendPerWeight) return 0n;
  return weightOf(economy, account) * (economy.dividendPerWeight - account.mark);
}

/** Credited dividend in money, rounded down; the dust stays in the owed pot. */
export function accruedDown(economy: Economy, account: Account): Money {
  const { times, per } = economy.accrualToMoney;
  return ((accrued(economy, account) * times) / per) as Money;
}
