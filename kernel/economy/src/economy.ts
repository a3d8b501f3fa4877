import { powerOfTen } from '@tuodi/amount';
import { openAccount } from './account.ts';
import type { Account } from './account.ts';
import { createExitIndex } from './exit-index.ts';
import type { ExitIndex } from './exit-index.ts';
import type { Policy } from './policy.ts';
import type { Money, PerWeight, Points, Price, Weight } from './units.ts';

/**
 * The whole state of one economy. Verbs change it in place: every check comes before the first
 * change, so a refusal needs no undo; after a Fault the object must be dropped and reloaded.
 */
export interface Economy {
  readonly policy: Policy;
  /** P: cash that backs the circulating points. */
  reserve: Money;
  /** S: points held by accounts, the genesis points included. */
  circulating: Points;
  issued: Points;
  burned: Points;
  /** H: points that conversion took in; they come back out by redemption only. */
  treasury: Points;
  /** C: constant points held by accounts. */
  constant: Money;
  /** Constant points locked in open orders. */
  constantLocked: Money;
  /** KC: cash of the constant points, held and locked. */
  constantBacking: Money;
  /** Dividend cash not yet distributed. */
  dividendOpen: Money;
  /** Dividend cash distributed and not yet paid out. */
  dividendOwed: Money;
  /** T: what was left when nobody held points any more. */
  stability: Money;
  /** D: dividend per unit of weight since the beginning. */
  dividendPerWeight: PerWeight;
  /** W: the weight of all members. */
  weight: Weight;
  platform: Money;
  /** Set by ipo_open; from then on nothing is granted. */
  sharePrice: Money | undefined;
  /** The price before the event that emptied the economy; used while nothing circulates. */
  lastPrice: Price;
  /** Cash that came in and went out since the beginning, and the cash of open orders (I8). */
  cashIn: Money;
  cashOut: Money;
  openCash: Money;
  readonly accounts: Map<string, Account>;
  /** Accounts with points, without the genesis account. */
  holders: number;
  readonly exits: ExitIndex;
  /** money units = floor(accrual × times / per): from weight × D to money. */
  readonly accrualToMoney: { readonly times: bigint; readonly per: bigint };
}

/** A new economy: nothing in it but the genesis reserve, where the policy has one. */
export function createEconomy(policy: Policy): Economy {
  const none = { money: 0n as Money, points: 0n as Points };
  const economy: Economy = {
    policy,
    reserve: policy.genesisReserve,
    circulating: policy.genesisPoints,
    issued: policy.genesisPoints,
    burned: none.points,
    treasury: none.points,
    constant: none.money,
    constantLocked: none.money,
    constantBacking: none.money,
    dividendOpen: none.money,
    dividendOwed: none.money,
    stability: none.money,
    dividendPerWeight: 0n as PerWeight,
    weight: 0n as Weight,
    platform: none.money,
    sharePrice: undefined,
    lastPrice: policy.issuePrice,
    cashIn: policy.genesisReserve,
    cashOut: none.money,
    openCash: none.money,
    accounts: new Map(),
    holders: 0,
    exits: createExitIndex(policy),
    accrualToMoney: accrualToMoney(policy),
  };
  if (policy.genesisReserve > 0n) {
    const genesis = openAccount('g:', economy.dividendPerWeight);
    genesis.points = policy.genesisPoints;
    economy.accounts.set(genesis.key, genesis);
  }
  return economy;
}

/** The price now: P ÷ S, and while nothing circulates the last one there was. */
export function priceOf(economy: Economy): Price {
  if (economy.circulating === 0n) return economy.lastPrice;
  return { money: economy.reserve, points: economy.circulating };
}

function accrualToMoney(policy: Policy): { times: bigint; per: bigint } {
  const finer =
    policy.pointDecimals + policy.multiplierDecimals + policy.dDecimals - policy.moneyDecimals;
  return { times: powerOfTen(Math.max(0, -finer)), per: powerOfTen(Math.max(0, finer)) };
}
