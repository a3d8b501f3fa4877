import type { ConstantFen, Fen, GrowthUnits } from '@tuodi/amount';
import { transfer } from '../transfer.ts';
import type { Transfer } from '../transfer.ts';
import { holderAccounts } from './holder.ts';
import { sideEffectLegs } from './side-effects.ts';
import type { SideEffects } from './side-effects.ts';

export interface SaleFacts {
  readonly account: string;
  readonly points: GrowthUnits;
  readonly net: Fen;
}

/** Points sold back to the reserve: it pays the net value, the fee stays, the points burn. */
export function pointsSold(facts: SaleFacts, effects: SideEffects): Transfer | undefined {
  const { cash, growth } = holderAccounts(facts.account);
  return transfer('points_sold', [
    { account: 'reserve', amount: -facts.net },
    { account: cash, amount: facts.net },
    { account: growth, amount: -facts.points },
    { account: 'growth_burned', amount: facts.points },
    ...sideEffectLegs(effects),
  ]);
}

export interface ConversionFacts {
  readonly account: string;
  readonly points: GrowthUnits;
  readonly backing: Fen;
  readonly constant: ConstantFen;
}

/** Growth points become constant points: the treasury takes the points, KC their cash. */
export function pointsConverted(
  facts: ConversionFacts,
  effects: SideEffects,
): Transfer | undefined {
  const { growth, constant } = holderAccounts(facts.account);
  return transfer('points_converted', [
    { account: 'reserve', amount: -facts.backing },
    { account: 'constant_backing', amount: facts.backing },
    { account: growth, amount: -facts.points },
    { account: 'growth_treasury', amount: facts.points },
    { account: 'constant_issued', amount: -facts.constant },
    { account: constant, amount: facts.constant },
    ...sideEffectLegs(effects),
  ]);
}

export interface RedemptionFacts {
  readonly account: string;
  readonly backing: Fen;
  readonly constant: ConstantFen;
  readonly points: GrowthUnits;
}

/** A merchant clears constant points: their cash returns to the reserve, points come out. */
export function constantRedeemed(
  facts: RedemptionFacts,
  effects: SideEffects,
): Transfer | undefined {
  const { growth, constant } = holderAccounts(facts.account);
  return transfer('constant_redeemed', [
    { account: 'constant_backing', amount: -facts.backing },
    { account: 'reserve', amount: facts.backing },
    { account: 'growth_treasury', amount: -facts.points },
    { account: growth, amount: facts.points },
    { account: constant, amount: -facts.constant },
    { account: 'constant_issued', amount: facts.constant },
    ...sideEffectLegs(effects),
  ]);
}

export interface GoodsFacts {
  readonly account: string;
  readonly points: GrowthUnits;
  readonly cost: Fen;
}

/** Points exchanged for goods, or for shares: the reserve owes the supplier the cost. */
export function goodsExchanged(
  kind: 'goods_exchanged' | 'shares_elected',
  facts: GoodsFacts,
  effects: SideEffects,
): Transfer | undefined {
  return transfer(kind, [
    { account: 'reserve', amount: -facts.cost },
    { account: 'supplier_due', amount: facts.cost },
    { account: holderAccounts(facts.account).growth, amount: -facts.points },
    { account: 'growth_burned', amount: facts.points },
    ...sideEffectLegs(effects),
  ]);
}

/** A credited dividend paid at its owner's wish. */
export function dividendClaimed(effects: SideEffects): Transfer | undefined {
  return transfer('dividend_claimed', sideEffectLegs(effects));
}
