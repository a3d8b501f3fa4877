import { divideDown, powerOfTen } from '@tuodi/amount';
import type { WireAmount } from '../types.ts';

/** A figure in pieces, so that a page can set the fraction smaller. Joined, they are the figure. */
export interface FigureParts {
  readonly sign: '' | '−' | '+';
  readonly symbol: string;
  readonly whole: string;
  readonly fraction: string;
}

/** The units of an amount as the exact integer they are. */
export function unitsOf(value: WireAmount): bigint {
  return BigInt(value.amount);
}

/** "12800" → "12,800". */
export function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Pieces of units of 10^-decimals; a negative figure has the real minus sign. */
export function figureParts(
  units: bigint,
  { decimals, symbol }: { readonly decimals: number; readonly symbol: string },
): FigureParts {
  const size = units < 0n ? -units : units;
  const one = powerOfTen(decimals);
  const fraction = String(size % one).padStart(decimals, '0');
  return {
    sign: units < 0n ? '−' : '',
    symbol,
    whole: groupThousands(String(size / one)),
    fraction: decimals === 0 ? '' : `.${fraction}`,
  };
}

export function joinFigure(parts: FigureParts): string {
  return `${parts.sign}${parts.symbol}${parts.whole}${parts.fraction}`;
}

/** Yuan in fen as pieces of "¥128.00". Exact: fen are the grid. */
export function moneyParts(value: WireAmount): FigureParts {
  return figureParts(unitsOf(value), { decimals: 2, symbol: '¥' });
}

export function formatMoney(value: WireAmount): string {
  return joinFigure(moneyParts(value));
}

/** The same with a plus sign where the figure is positive: for movements. */
export function formatMovement(value: WireAmount): string {
  const parts = moneyParts(value);
  return unitsOf(value) > 0n ? joinFigure({ ...parts, sign: '+' }) : joinFigure(parts);
}

/** Units of a fine grid cut down to fewer decimals, never rounded up. */
export function cutDown(
  units: bigint,
  { from, to }: { readonly from: number; readonly to: number },
): bigint {
  return divideDown(units, powerOfTen(from - to));
}
