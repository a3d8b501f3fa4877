/**
 * Exact fractions for the naive twin. `d` is always positive and never reduced: nearly every
 * denominator is a power of ten and comes back to its grid at the next floor, so no gcd is needed.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

export function tenTo(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

export function add(x: Rational, y: Rational): Rational {
  if (x.d === y.d) return { n: x.n + y.n, d: x.d };
  // Where one denominator divides the other the larger serves both: sums over accounts stay small.
  if (y.d % x.d === 0n) return { n: x.n * (y.d / x.d) + y.n, d: y.d };
  if (x.d % y.d === 0n) return { n: x.n + y.n * (x.d / y.d), d: x.d };
  return { n: x.n * y.d + y.n * x.d, d: x.d * y.d };
}

export function subtract(x: Rational, y: Rational): Rational {
  return add(x, { n: -y.n, d: y.d });
}

export function multiply(x: Rational, y: Rational): Rational {
  return { n: x.n * y.n, d: x.d * y.d };
}

/** x / y for y > 0; throws otherwise, because the twin never divides by anything else. */
export function divide(x: Rational, y: Rational): Rational {
  if (y.n <= 0n) throw new Error('the twin divides by something that is not positive');
  return { n: x.n * y.d, d: x.d * y.n };
}

export function isLess(x: Rational, y: Rational): boolean {
  return x.d === y.d ? x.n < y.n : x.n * y.d < y.n * x.d;
}

export function isEqual(x: Rational, y: Rational): boolean {
  return x.n * y.d === y.n * x.d;
}

export function least(x: Rational, y: Rational): Rational {
  return isLess(y, x) ? y : x;
}

export function greatest(x: Rational, y: Rational): Rational {
  return isLess(x, y) ? y : x;
}

/** Down to the grid of 10^-decimals (towards minus infinity). */
export function floorTo(x: Rational, decimals: number): Rational {
  const d = tenTo(decimals);
  const scaled = x.n * d;
  const quotient = scaled / x.d;
  return { n: quotient * x.d > scaled ? quotient - 1n : quotient, d };
}

/** Up to the grid of 10^-decimals. */
export function ceilingTo(x: Rational, decimals: number): Rational {
  const { n, d } = floorTo({ n: -x.n, d: x.d }, decimals);
  return { n: -n, d };
}

export function isOnGrid(x: Rational, decimals: number): boolean {
  return (x.n * tenTo(decimals)) % x.d === 0n;
}

const NUMBER = /^([+-]?)(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d{1,2}))?$/;

/**
 * Reads a number as the event log spells it: a JSON integer token (a bigint here) or a decimal
 * string of at most 60 characters.
 * @returns undefined where the contract says BAD_NUMBER.
 */
export function readNumber(value: unknown): Rational | undefined {
  if (typeof value === 'bigint') return { n: value, d: 1n };
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const match = NUMBER.exec(value);
  if (match === null) return undefined;
  const [, sign, mantissa = '', exponent = '0'] = match;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  const power = Number(exponent) - fraction.length;
  return power < 0 ? { n: digits, d: tenTo(-power) } : { n: digits * tenTo(power), d: 1n };
}

/** Writes a fraction whose denominator is a power of ten, without trailing zeros. */
export function writeExact(x: Rational): string {
  const decimals = String(x.d).length - 1;
  if (tenTo(decimals) !== x.d) throw new Error('the twin prints something that is no decimal');
  const text = writeFloored(x, decimals);
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

/** Writes a fraction floored to exactly so many decimals. */
export function writeFloored(x: Rational, decimals: number): string {
  const { n } = floorTo(x, decimals);
  const digits = String(n < 0n ? -n : n).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return n < 0n ? `-${text}` : text;
}

/** Orders texts by Unicode code point; JavaScript's own `<` compares halves of surrogate pairs. */
export function byCodePoint(left: string, right: string): number {
  const a = Array.from(left);
  const b = Array.from(right);
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const difference = (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
