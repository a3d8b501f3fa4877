import type { Fen, GrowthUnits } from '@tuodi/amount';
import type { Leg } from '../transfer.ts';
import { holderAccounts } from './holder.ts';

/** A credited dividend that was paid because its account was touched. */
export interface FlushFacts {
  readonly account: string;
  readonly amount: Fen;
}

/** A holder who reached the quota. */
export interface ExitFacts {
  readonly account: string;
  readonly points: GrowthUnits;
  readonly dividend: Fen;
  readonly back: Fen;
  readonly net: Fen;
}

/** What any event may bring along: its legs belong to the event's own transfer. */
export interface SideEffects {
  readonly flushes: readonly FlushFacts[];
  readonly exits: readonly ExitFacts[];
  /** What the empty reserve left to the stability reserve. */
  readonly swept: Fen;
}

export function sideEffectLegs({ flushes, exits, swept }: SideEffects): Leg[] {
  return [
    ...flushes.flatMap(flushLegs),
    ...exits.flatMap(exitLegs),
    { account: 'reserve', amount: -swept },
    { account: 'stability', amount: swept },
  ];
}

function flushLegs({ account, amount }: FlushFacts): Leg[] {
  return [
    { account: 'dividend_owed', amount: -amount },
    { account: holderAccounts(account).cash, amount },
  ];
}

function exitLegs({ account, points, dividend, back, net }: ExitFacts): Leg[] {
  const { cash, growth } = holderAccounts(account);
  return [
    { account: 'reserve', amount: -net },
    { account: 'dividend_owed', amount: -(dividend + back) },
    { account: 'dividend_open', amount: back },
    { account: cash, amount: net + dividend },
    { account: growth, amount: -points },
    { account: 'growth_burned', amount: points },
  ];
}
