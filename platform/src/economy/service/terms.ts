import { takeDown, writeDecimal } from '@tuodi/amount';
import type { Fen, Fraction } from '@tuodi/amount';
import {
  divideMargin,
  pointsDown,
  priceOf,
  priceText,
  restoreEconomy,
  valueGranted,
} from '@tuodi/economy';
import type { Economy, Money } from '@tuodi/economy';
import type { catalog } from '@tuodi/wire';
import type { z } from 'zod';
import type { Transaction } from '../../context.ts';
import { cny, growth } from '../on-wire.ts';
import { loadEconomyState } from './state.ts';

/** Policy and pots of an economy without its accounts: what prices and previews need. */
export async function loadTerms(tx: Transaction, tenantId: number): Promise<Economy> {
  const { policy, totals } = await loadEconomyState(tx, tenantId);
  return restoreEconomy(policy, totals, []);
}

type Earning = z.infer<typeof catalog.Earning>;

/**
 * What a purchase would earn if it settled at the present price: the reducer's own roundings. An
 * estimate, because the price of settlement decides, and debts and the cap are not looked at.
 */
export function earningOf(
  terms: Economy,
  purchase: { readonly amount: Fen; readonly margin: Fen; readonly returnWindowDays: number },
): Earning {
  const { policy } = terms;
  const amount = purchase.amount as bigint as Money;
  const margin = purchase.margin as bigint as Money;
  const { contribution, dividend } = divideMargin(policy, { amount, margin });
  const value = valueGranted(policy, contribution);

  return {
    amount: cny(amount),
    margin: cny(margin),
    contribution: cny(contribution),
    value: cny(value),
    price: priceText(terms),
    points: growth(pointsDown(value, priceOf(terms))),
    dividendShare: cny(dividend),
    quota: cny(takeDown(amount, policy.quotaRate)),
    contributionRate: rateText(policy.contributionRate),
    grantRate: rateText(policy.grantRate),
    dividendRate: rateText(policy.dividendRate),
    quotaRate: rateText(policy.quotaRate),
    returnWindowDays: purchase.returnWindowDays,
  };
}

/** A rate of a policy as an exact decimal: denominators are powers of ten. */
export function rateText({ numerator, denominator }: Fraction): string {
  return writeDecimal(numerator, String(denominator).length - 1);
}
