import { divideDown, divideUp, powerOfTen, readDecimal } from '@tuodi/amount';
import type { Decimal, Fraction } from '@tuodi/amount';

/** A fenced block of a page whose info string names a kind: "text events", "text sums" … */
export interface Block {
  readonly kind: string;
  readonly text: string;
  /** The line of the page on which its text begins. */
  readonly line: number;
}

const FENCE = /^```(\S*) ?(.*)$/;

/** The blocks of a page, in order, and the page without any of them. */
export function readPage(page: string): { blocks: readonly Block[]; prose: readonly string[] } {
  const blocks: Block[] = [];
  const prose: string[] = [];
  let open: { kind: string; lines: string[]; line: number } | undefined;
  for (const [at, text] of page.split('\n').entries()) {
    const [, language = '', kind = ''] = FENCE.exec(text) ?? [];
    if (open === undefined && FENCE.test(text)) {
      open = { kind: `${language} ${kind}`.trim(), lines: [], line: at + 2 };
    } else if (open !== undefined && text === '```') {
      blocks.push({ kind: open.kind, text: open.lines.join('\n'), line: open.line });
      open = undefined;
    } else if (open === undefined) prose.push(text);
    else open.lines.push(text);
  }
  return { blocks, prose };
}

/**
 * Checks one line of a block of sums: `label  expression [= exact] [↓ rounded down | ↑ rounded up]`.
 * @returns what is wrong with it, or undefined.
 */
export function whyWrong(line: string): string | undefined {
  const [, expression = '', ...results] =
    /^(?:\S+ )*?\S+ {2,}(.*?)(?= [=↓↑])(.*)$/u.exec(line) ?? [];
  const value = valueOf(expression);
  if (value === undefined) return `'${expression}' is no expression`;
  const claims = [...(results[0] ?? '').matchAll(/([=↓↑])\s*(\S+)/gu)];
  if (claims.length === 0) return 'it claims nothing';
  for (const [, mark = '', text = ''] of claims) {
    const claim = readDecimal(text);
    if (claim === undefined) return `'${text}' is no number`;
    if (!holds(value, mark, claim)) return `${expression} is not ${mark} ${text}`;
  }
  return undefined;
}

function holds(value: Fraction, mark: string, { digits, scale }: Decimal): boolean {
  const scaled = value.numerator * powerOfTen(scale);
  if (mark === '↓') return divideDown(scaled, value.denominator) === digits;
  if (mark === '↑') return divideUp(scaled, value.denominator) === digits;
  return scaled === digits * value.denominator;
}

/** The exact value of `+ − × ÷`, brackets and decimals; undefined where it is no such expression. */
function valueOf(expression: string): Fraction | undefined {
  const tokens = expression.match(/[\d.]+|[-+−×÷()]/gu) ?? [];
  if (tokens.join('') !== expression.replaceAll(' ', '')) return undefined;
  const reader = { tokens, at: 0 };
  const value = sumOf(reader);
  return reader.at === tokens.length ? value : undefined;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function sumOf(reader: Reader): Fraction | undefined {
  let left = productOf(reader);
  for (let sign = signOf(reader, '+−'); sign !== undefined; sign = signOf(reader, '+−')) {
    const right = productOf(reader);
    if (left === undefined || right === undefined) return undefined;
    const second = right.numerator * left.denominator;
    left = {
      numerator: left.numerator * right.denominator + (sign === '+' ? second : -second),
      denominator: left.denominator * right.denominator,
    };
  }
  return left;
}

function productOf(reader: Reader): Fraction | undefined {
  let left = numberOf(reader);
  for (let sign = signOf(reader, '×÷'); sign !== undefined; sign = signOf(reader, '×÷')) {
    const right = numberOf(reader);
    if (left === undefined || right === undefined) return undefined;
    const [up, below] =
      sign === '×' ? [right.numerator, right.denominator] : [right.denominator, right.numerator];
    if (below <= 0n) return undefined;
    left = { numerator: left.numerator * up, denominator: left.denominator * below };
  }
  return left;
}

function numberOf(reader: Reader): Fraction | undefined {
  if (signOf(reader, '(') !== undefined) {
    const value = sumOf(reader);
    return signOf(reader, ')') === undefined ? undefined : value;
  }
  const number = readDecimal(reader.tokens[reader.at] ?? '');
  reader.at += 1;
  if (number === undefined || number.scale < 0) return undefined;
  return { numerator: number.digits, denominator: powerOfTen(number.scale) };
}

function signOf(reader: Reader, signs: string): string | undefined {
  const token = reader.tokens[reader.at];
  if (token === undefined || !signs.includes(token)) return undefined;
  reader.at += 1;
  return token;
}

/** The figures with a decimal point that a text names, without trailing zeros. */
export function figuresIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w.])\d+\.\d+(?![\w.]*\d)/g)].map(([figure]) =>
    figure.replace(/\.?0+$/, ''),
  );
}
