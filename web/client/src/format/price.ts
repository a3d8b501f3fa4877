import { groupThousands } from './money.ts';
import type { FigureParts } from './money.ts';
import type { CutFigure } from './points.ts';

const SHOWN_DECIMALS = 4;
const PRICE_DECIMALS = 12;

/** Yuan per point as the exact count of 10^-12 yuan. */
export function priceUnits(price: string): bigint {
  return BigInt(price.replace('.', ''));
}

/** A price with 4 decimals, rounded down, and with the full 12. */
export function priceFigure(price: string): CutFigure {
  const [whole = '0', fraction = ''] = price.split('.');
  const digits = fraction.padEnd(PRICE_DECIMALS, '0');
  const shown: FigureParts = {
    sign: '',
    symbol: '¥',
    whole: groupThousands(whole),
    fraction: `.${digits.slice(0, SHOWN_DECIMALS)}`,
  };
  return {
    shown,
    exact: `¥${groupThousands(whole)}.${digits}`,
    cut: /[1-9]/.test(digits.slice(SHOWN_DECIMALS)),
  };
}

export function formatPrice(price: string): string {
  const { symbol, whole, fraction } = priceFigure(price).shown;
  return symbol + whole + fraction;
}

/** A rate of the policy as a percentage, exact: "0.3" → "30%", "0.125" → "12.5%". */
export function formatRate(rate: string): string {
  const [whole = '0', fraction = ''] = rate.split('.');
  const digits = fraction.padEnd(2, '0');
  const percent = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = digits.slice(2).replace(/0+$/, '');
  return `${percent}${rest === '' ? '' : `.${rest}`}%`;
}
