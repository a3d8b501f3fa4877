import { onGrid, readDecimal } from '@tuodi/amount';
import type { Growth } from '@tuodi/web-client';

const POINT_DECIMALS = 12;

/**
 * Reads what a person typed as points: digits with at most 12 decimals, above zero.
 * @returns undefined for anything else; nothing is ever rounded on reading.
 */
export function readPoints(text: string): Growth | undefined {
  const typed = text.trim().replaceAll(',', '');
  if (!/^\d+(\.\d+)?$/.test(typed)) return undefined;
  const decimal = readDecimal(typed);
  const units = decimal === undefined ? undefined : onGrid(decimal, POINT_DECIMALS);
  if (units === undefined || units <= 0n) return undefined;
  return { amount: String(units), asset: 'GROWTH/12' };
}

/** A share of a holding, rounded down. */
export function partOf(held: Growth, divisor: bigint): Growth {
  return { amount: String(BigInt(held.amount) / divisor), asset: 'GROWTH/12' };
}
