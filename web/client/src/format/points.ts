import { powerOfTen, writeDecimal } from '@tuodi/amount';
import type { WireAmount } from '../types.ts';
import { cutDown, figureParts, groupThousands, joinFigure, unitsOf } from './money.ts';
import type { FigureParts } from './money.ts';

const SHOWN_DECIMALS = 2;
const POINT_DECIMALS = { 'CNY/2': 2, 'GROWTH/12': 12, 'CONST/2': 2 } as const;

/** A figure that is shown cut and can be asked for in full. */
export interface CutFigure {
  readonly shown: FigureParts;
  /** Every decimal there is, without trailing zeros. */
  readonly exact: string;
  /** Whether `shown` leaves something out. */
  readonly cut: boolean;
}

/** Points with 2 decimals, rounded down (a loss of 0.001 shows as −0.01), and in full. */
export function pointsFigure(value: WireAmount): CutFigure {
  const units = unitsOf(value);
  const decimals = POINT_DECIMALS[value.asset];
  const shown = cutDown(units, { from: decimals, to: SHOWN_DECIMALS });
  return {
    shown: figureParts(shown, { decimals: SHOWN_DECIMALS, symbol: '' }),
    exact: exactFigure(units, decimals),
    cut: shown * powerOfTen(decimals - SHOWN_DECIMALS) !== units,
  };
}

export function formatPoints(value: WireAmount): string {
  return joinFigure(pointsFigure(value).shown);
}

/** Any amount in full, with the sign of a yuan where it is one. */
export function formatExact(value: WireAmount): string {
  if (value.asset === 'CNY/2') return joinFigure(figureParts(unitsOf(value), CNY));
  return exactFigure(unitsOf(value), POINT_DECIMALS[value.asset]);
}

const CNY = { decimals: 2, symbol: '¥' } as const;

function exactFigure(units: bigint, decimals: number): string {
  const [whole = '0', fraction] = writeDecimal(units < 0n ? -units : units, decimals).split('.');
  const sign = units < 0n ? '−' : '';
  return `${sign}${groupThousands(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}
