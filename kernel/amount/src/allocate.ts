import { invariant } from '@tuodi/outcome';
import type { Amount } from './amount.ts';
import { divideDown } from './rounding.ts';

/**
 * Splits `total` in proportion to `weights` by the largest remainder (Hamilton's method): every
 * part is its exact share rounded down or up, and the parts sum to `total` exactly. Equal
 * remainders go to the earlier part, so that the result depends on nothing but the input.
 * @param total not negative. @param weights not negative, at least one above zero.
 */
export function allocate<Asset extends string>(
  total: Amount<Asset>,
  weights: readonly bigint[],
): Amount<Asset>[] {
  const weight = weights.reduce((sum, one) => sum + one, 0n);
  invariant(total >= 0n, 'an allocated total is not negative');
  invariant(
    weight > 0n && weights.every((one) => one >= 0n),
    'weights are not negative and not all zero',
  );
  const parts = weights.map((one, position) => {
    const floor = divideDown(total * one, weight);
    return { position, floor, remainder: total * one - floor * weight };
  });
  let dust = parts.reduce((left, part) => left - part.floor, total as bigint);
  const byRemainder = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.position - b.position : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (dust === 0n) break;
    part.floor += 1n;
    dust -= 1n;
  }
  return parts.map((part) => part.floor as Amount<Asset>);
}
