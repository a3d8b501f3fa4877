import { onGrid, readDecimal } from '@tuodi/amount';
import type { Amount, Decimal } from '@tuodi/amount';

/**
 * A number field of an event as it came: an integer token of the JSON line arrives as bigint, a
 * decimal as string. Anything else, a float included, is no number.
 */
export function readNumber(field: unknown): Decimal | undefined {
  if (typeof field === 'bigint') return { digits: field, scale: 0 };
  return typeof field === 'string' ? readDecimal(field) : undefined;
}

export type NumberReason = 'BAD_NUMBER' | 'BAD_AMOUNT' | 'BAD_POINTS';

/** How a number field is read: its grid, and how a well-formed but impossible one is called. */
export interface NumberRule {
  readonly decimals: number;
  readonly zero: 'allowed' | 'refused';
  readonly otherwise: 'BAD_AMOUNT' | 'BAD_POINTS';
}

/** Reads a number onto its grid; nothing is rounded. Negative, zero or too fine is refused. */
export function readUnits<Asset extends string>(
  field: unknown,
  rule: NumberRule,
): Amount<Asset> | NumberReason {
  const decimal = readNumber(field);
  if (decimal === undefined) return 'BAD_NUMBER';
  const units = onGrid(decimal, rule.decimals);
  if (units === undefined || units < 0n) return rule.otherwise;
  if (units === 0n && rule.zero === 'refused') return rule.otherwise;
  return units as Amount<Asset>;
}
