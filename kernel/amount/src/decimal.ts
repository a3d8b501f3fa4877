/** An exact decimal: digits × 10^-scale. `scale` may be negative ("1e3" has digits 1, scale -3). */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const DECIMAL = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:[eE]([+-]?\d{1,2}))?$/;
const LONGEST = 60;

/**
 * Reads a decimal as the economy's event log spells it: at most 60 ASCII characters, an optional
 * sign, digits with an optional point, an optional exponent of one or two digits.
 * @returns the exact value, or undefined where the text is no such number.
 */
export function readDecimal(text: string): Decimal | undefined {
  if (text.length > LONGEST) return undefined;
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', bare = '', exponent = '0'] = match;
  const decimals = fraction + bare;
  const digits = BigInt(whole + decimals);
  return {
    digits: sign === '-' ? -digits : digits,
    scale: decimals.length - Number(exponent),
  };
}

/**
 * The number of units of 10^-decimals that a decimal is.
 * @returns undefined where the decimal is finer than the grid: nothing is ever rounded on reading.
 */
export function onGrid(decimal: Decimal, decimals: number): bigint | undefined {
  const shift = decimals - decimal.scale;
  if (shift >= 0) return decimal.digits * powerOfTen(shift);
  const divisor = powerOfTen(-shift);
  const units = decimal.digits / divisor;
  return units * divisor === decimal.digits ? units : undefined;
}

/** Writes units of 10^-decimals exactly, without trailing zeros: 5280, 2 → "52.8"; 0 → "0". */
export function writeDecimal(units: bigint, decimals: number): string {
  const text = writeFixed(units, decimals);
  return decimals === 0 ? text : text.replace(/\.?0+$/, '');
}

/** Writes units of 10^-decimals with all decimals: 5280, 2 → "52.80". */
export function writeFixed(units: bigint, decimals: number): string {
  if (decimals === 0) return String(units);
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const POWERS: bigint[] = [1n];

/** 10^exponent, for exponent ≥ 0. */
export function powerOfTen(exponent: number): bigint {
  for (let next = POWERS.length; next <= exponent; next += 1) {
    POWERS.push((POWERS[next - 1] ?? 1n) * 10n);
  }
  return POWERS[exponent] ?? 1n;
}
