import type { ConstantFen, Fen, GrowthUnits } from '@tuodi/amount';
import { transfer } from '../transfer.ts';
import type { Leg, Transfer } from '../transfer.ts';
import { holderAccounts } from './holder.ts';
import { sideEffectLegs } from './side-effects.ts';
import type { SideEffects } from './side-effects.ts';

/** A settled order. margin = marginFromCash + marginFromConstant. */
export interface SettleFacts {
  readonly buyer: string;
  readonly referrer: string | null;
  readonly merchant: string;
  readonly cash: Fen;
  readonly constant: ConstantFen;
  readonly marginFromCash: Fen;
  /** Margin that was paid in constant points: they are retired and their cash is freed. */
  readonly marginFromConstant: ConstantFen;
  readonly contribution: Fen;
  readonly dividend: Fen;
  readonly platform: Fen;
  readonly buyerPoints: GrowthUnits;
  readonly referrerPoints: GrowthUnits;
}

/** Escrow is divided: reserve, dividend pool, platform, merchant; points are issued. */
export function orderSettled(facts: SettleFacts, effects: SideEffects): Transfer | undefined {
  const merchant = holderAccounts(facts.merchant);
  const retired = facts.marginFromConstant;
  const legs: Leg[] = [
    { account: 'escrow', amount: -facts.cash },
    { account: 'constant_backing', amount: -retired },
    { account: 'reserve', amount: facts.contribution },
    { account: 'dividend_open', amount: facts.dividend },
    { account: 'platform_income', amount: facts.platform },
    { account: merchant.cash, amount: facts.cash - facts.marginFromCash },
    { account: 'constant_locked', amount: -facts.constant },
    { account: merchant.constant, amount: facts.constant - retired },
    { account: 'constant_issued', amount: retired },
    { account: 'growth_issued', amount: -(facts.buyerPoints + facts.referrerPoints) },
    { account: holderAccounts(facts.buyer).growth, amount: facts.buyerPoints },
  ];
  if (facts.referrer !== null) {
    legs.push({ account: holderAccounts(facts.referrer).growth, amount: facts.referrerPoints });
  }
  return transfer('order_settled', [...legs, ...sideEffectLegs(effects)]);
}
