import { happens, oneOf } from './choices.arbitrary.ts';
import type { Choices } from './choices.arbitrary.ts';

/** A decimal of the log: units of 10^-decimals as text, without needless zeros. */
function writePlain(units: bigint, decimals: number): string {
  if (decimals === 0) return String(units);
  const digits = String(units).padStart(decimals + 1, '0');
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return text.replace(/0+$/, '').replace(/\.$/, '');
}

/** Spells a number of units: plainly most of the time, else as a token or oddly but well. */
export function spell(choices: Choices, units: bigint, decimals: number): unknown {
  const plain = writePlain(units, decimals);
  if (!happens(choices, 20)) return plain;
  const odd: [unknown, ...unknown[]] = [
    `+${plain}`,
    `00${plain}`,
    `${units}e-${decimals}`,
    `${units}.E-${String(decimals).padStart(2, '0')}`,
    plain.includes('.') ? `${plain}0`.slice(0, 60) : `${plain}.`,
    plain.startsWith('0.') ? plain.slice(1) : `${plain}e+0`,
  ];
  if (!plain.includes('.')) odd.push(BigInt(plain), BigInt(plain));
  return oneOf(choices, ...odd);
}

/** Units of money: round sums, odd sums, dust, and now and then a fortune. */
export function drawMoney(choices: Choices, decimals: number): bigint {
  const whole = 10n ** BigInt(decimals);
  const kind = choices.below(20);
  if (kind < 6) return 100n * whole;
  if (kind < 11) return BigInt(1 + choices.below(3000)) * whole;
  if (kind < 17) return finer(choices, BigInt(1 + choices.below(3000)), decimals);
  if (kind < 19) return BigInt(1 + choices.below(9));
  return BigInt(1 + choices.below(100_000)) * whole;
}

/** Some units of a holding's small change: the grid's own step, a fraction, a few. */
export function drawPoints(choices: Choices, decimals: number): bigint {
  const whole = 10n ** BigInt(decimals);
  const kind = choices.below(10);
  if (kind < 3) return whole;
  if (kind < 5) return BigInt(1 + choices.below(9)) * whole;
  if (kind < 8) return finer(choices, BigInt(choices.below(3)), decimals) + 1n;
  return BigInt(1 + choices.below(9));
}

/** `whole` and a random fraction of at most six digits on the grid. */
function finer(choices: Choices, whole: bigint, decimals: number): bigint {
  const shown = Math.min(decimals, 6);
  const fraction = BigInt(choices.below(10 ** shown));
  return whole * 10n ** BigInt(decimals) + fraction * 10n ** BigInt(decimals - shown);
}

/** A value that a number field must refuse, or that is well formed but rarely on the grid. */
export function drawBadNumber(choices: Choices): unknown {
  return oneOf<unknown>(
    choices,
    null,
    'NaN',
    '',
    ' 5',
    '5 ',
    '5\n',
    '1_000',
    '1,5',
    '1/2',
    '0x10',
    '\uff13',
    '\u0663',
    '.',
    '-.',
    'e5',
    '1e',
    '1e100',
    '1.2.3',
    '--1',
    'ALL',
    'Infinity',
    true,
    [],
    ['1'],
    {},
    { toString: '1' },
    0.5,
    1.5e-7,
    -1n,
    0n,
    '-1',
    '-0',
    '-0.000',
    '0e99',
    '1e-99',
    '1e-19',
    '0.0000000000000000001',
    `${'0'.repeat(60)}1`,
    `1.${'0'.repeat(59)}`,
  );
}
