import { priceUnits, unitsOf } from '@tuodi/web-client';
import type { DayClose, EconomyBoard } from '@tuodi/web-client';

/** One tread of the curve: a closed day, or now. */
export interface Tread {
  /** The closed business day; null for now. */
  readonly day: string | null;
  readonly price: string;
  readonly reserve: DayClose['reserve'];
  readonly close: DayClose | null;
}

/** What the chart draws. Numbers are for coordinates only; figures are read from the treads. */
export interface Curve {
  readonly treads: readonly Tread[];
  /** The left edge of each tread, and the right edge of the last. */
  readonly xs: number[];
  readonly prices: number[];
  readonly reserves: number[];
  readonly priceRange: readonly [low: number, high: number];
  readonly reserveRange: readonly [low: number, high: number];
}

type Board = Pick<EconomyBoard, 'days' | 'price' | 'reserve'>;

const YUAN_OF_FEN = 100;
const PRICE_SCALE = 1e12;
/** The reserve keeps to the lower part of the field, the price to the upper one. */
const RESERVE_SHARE = 0.6;
const PRICE_BELOW = 1.1;
const PRICE_ABOVE = 0.12;

/**
 * The last `days` closes and the present as treads of a staircase: each value holds from its own
 * left edge to the next, so that nothing is ever drawn between two prices.
 * @returns undefined where no day is closed.
 */
export function curveOf(board: Board, days: number): Curve | undefined {
  const closes = board.days.slice(-days);
  if (closes.length === 0) return undefined;
  const treads: Tread[] = closes.map((close) => ({ ...close, close }));
  treads.push({ day: null, price: board.price, reserve: board.reserve, close: null });
  const edges = [...treads, treads[treads.length - 1]].filter((tread) => tread !== undefined);
  const prices = edges.map(({ price }) => Number(priceUnits(price)) / PRICE_SCALE);
  const reserves = edges.map(({ reserve }) => Number(unitsOf(reserve)) / YUAN_OF_FEN);
  return {
    treads,
    xs: edges.map((_, position) => position),
    prices,
    reserves,
    priceRange: rangeOfPrice(prices),
    reserveRange: [0, Math.max(...reserves, 1) / RESERVE_SHARE],
  };
}

function rangeOfPrice(prices: readonly number[]): readonly [number, number] {
  const low = Math.min(...prices);
  const high = Math.max(...prices);
  // A price that has not moved still needs a field to be drawn in.
  const span = high > low ? high - low : Math.max(high, 1) * 0.02;
  return [low - span * PRICE_BELOW, high + span * PRICE_ABOVE];
}

/** Whether no day closed below the one before it, the present included. Compared exactly. */
export function neverFell(board: Board): boolean {
  const prices = [...board.days.map(({ price }) => price), board.price].map(priceUnits);
  return prices.every((price, position) => {
    const before = prices[position - 1];
    return before === undefined || price >= before;
  });
}
