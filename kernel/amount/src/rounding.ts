import { invariant } from '@tuodi/outcome';
import type { Amount } from './amount.ts';

/** An exact non-negative ratio: a rate of a policy, a share of an order. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Integer quotient towards minus infinity. `denominator` must be positive. */
export function divideDown(numerator: bigint, denominator: bigint): bigint {
  invariant(denominator > 0n, 'a denominator is positive');
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/** Integer quotient towards plus infinity. `denominator` must be positive. */
export function divideUp(numerator: bigint, denominator: bigint): bigint {
  return -divideDown(-numerator, denominator);
}

/** Half away from zero, for showing a figure only: nothing that moves value rounds this way. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  invariant(denominator > 0n, 'a denominator is positive');
  const doubled = 2n * (numerator < 0n ? -numerator : numerator) + denominator;
  const quotient = doubled / (2n * denominator);
  return numerator < 0n ? -quotient : quotient;
}

/** value × fraction, rounded down: whoever pays keeps the dust. */
export function takeDown<Asset extends string>(
  value: Amount<Asset>,
  fraction: Fraction,
): Amount<Asset> {
  return divideDown(value * fraction.numerator, fraction.denominator) as Amount<Asset>;
}

/** value × fraction, rounded up: whoever receives keeps the dust. */
export function takeUp<Asset extends string>(
  value: Amount<Asset>,
  fraction: Fraction,
): Amount<Asset> {
  return divideUp(value * fraction.numerator, fraction.denominator) as Amount<Asset>;
}
