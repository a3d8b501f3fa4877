import type { ConstantFen, Fen, GrowthUnits } from '@tuodi/amount';
import { transfer } from '../transfer.ts';
import type { Leg, Transfer } from '../transfer.ts';
import { holderAccounts } from './holder.ts';
import { sideEffectLegs } from './side-effects.ts';
import type { SideEffects } from './side-effects.ts';

/** Constant points of a new order are locked until it settles. */
export function constantLocked(buyer: string, constant: ConstantFen): Transfer | undefined {
  return transfer('constant_locked', [
    { account: holderAccounts(buyer).constant, amount: -constant },
    { account: 'constant_locked', amount: constant },
  ]);
}

export interface OpenRefundFacts {
  readonly buyer: string;
  readonly cash: Fen;
  readonly constant: ConstantFen;
}

/** An order not yet settled gives back: its cash is due to the shopper, its points return. */
export function orderRefunded({ buyer, cash, constant }: OpenRefundFacts): Transfer | undefined {
  return transfer('order_refunded', [
    { account: 'escrow', amount: -cash },
    { account: 'refund_due', amount: cash },
    { account: 'constant_locked', amount: -constant },
    { account: holderAccounts(buyer).constant, amount: constant },
  ]);
}

export interface LateRefundFacts {
  readonly buyer: string;
  readonly referrer: string | null;
  readonly merchant: string;
  readonly amount: Fen;
  readonly fromReserve: Fen;
  readonly buyerPoints: GrowthUnits;
  readonly referrerPoints: GrowthUnits;
}

/** A refund after settlement: points burn, the reserve gives their value, the merchant the rest. */
export function orderRefundedLate(
  facts: LateRefundFacts,
  effects: SideEffects,
): Transfer | undefined {
  const { buyerPoints, referrerPoints, fromReserve, amount } = facts;
  const legs: Leg[] = [
    { account: 'reserve', amount: -fromReserve },
    { account: holderAccounts(facts.merchant).cash, amount: fromReserve - amount },
    { account: 'refund_due', amount },
    { account: holderAccounts(facts.buyer).growth, amount: -buyerPoints },
    { account: 'growth_burned', amount: buyerPoints + referrerPoints },
  ];
  if (facts.referrer !== null) {
    legs.push({ account: holderAccounts(facts.referrer).growth, amount: -referrerPoints });
  }
  return transfer('order_refunded_late', [...legs, ...sideEffectLegs(effects)]);
}
