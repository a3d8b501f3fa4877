import type { Fraction } from '@tuodi/amount';
import type { Money } from './units.ts';

/** value × (1 − fee), rounded down: the reserve keeps the dust. */
export function afterFee(value: Money, fee: Fraction): Money {
  return ((value * (fee.denominator - fee.numerator)) / fee.denominator) as Money;
}
