import { fen } from '@tuodi/amount';
import type { RetailOrder } from './source.ts';

const ARTICLES = 120;
const BUYERS = 300;
const MINUTES_BETWEEN = 37;
const FIRST = Date.parse('2025-01-06T09:00:00Z');

/** Orders for a machine without the real data: the same every time, spread over weeks. */
export function generateOrders(count: number): RetailOrder[] {
  const draw = numbersFrom(20_250_106);
  return Array.from({ length: count }, (_, n) => ({
    invoice: String(100_000 + n),
    at: new Date(FIRST + n * MINUTES_BETWEEN * 60_000).toISOString().slice(0, 19).replace('T', ' '),
    buyer: `buyer ${draw(BUYERS)}`,
    lines: Array.from({ length: 1 + draw(8) }, () => {
      const article = draw(ARTICLES);
      return {
        stockCode: `A${article}`,
        description: `ARTICLE ${article}`,
        quantity: 1 + draw(12),
        price: fen(BigInt(100 + 37 * article)),
      };
    }),
  }));
}

/** A linear congruential generator (Numerical Recipes): whole numbers below a bound. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
