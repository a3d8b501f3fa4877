import type { Money, Points } from './units.ts';

/**
 * What the economy knows of one order. Orders are not part of the state: they grow for ever, so
 * the caller looks up the one that an event names, passes it in, and keeps the one it gets back.
 * After refunds the figures are those of what is left.
 */
export interface EconomyOrder {
  readonly id: string;
  readonly buyer: string;
  readonly referrer: string | null;
  readonly merchant: string | null;
  readonly state: 'open' | 'settled' | 'void';
  readonly amount: Money;
  readonly margin: Money;
  /** Constant points locked in it. */
  readonly constant: Money;
  /** a: what settlement put into the reserve. */
  readonly contribution: Money;
  readonly buyerPoints: Points;
  /** V: the value granted to the buyer, after his debt. */
  readonly buyerValue: Money;
  readonly referrerPoints: Points;
}
