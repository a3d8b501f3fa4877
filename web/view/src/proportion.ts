import { allocate, amount } from '@tuodi/amount';

const WHOLE = 1000n;

/**
 * Widths in thousandths for parts of a whole, for drawing only. They sum to 1000 exactly; a part
 * that is not zero never disappears only because it is small: it keeps its exact figure beside it.
 * @param parts not negative. @returns all zero where every part is zero.
 */
export function permilles(parts: readonly bigint[]): number[] {
  if (parts.every((part) => part === 0n)) return parts.map(() => 0);
  return allocate(amount<'permille'>(WHOLE), parts).map(Number);
}

/** part ÷ whole in thousandths, rounded down, between 0 and 1000. For drawing only. */
export function permilleOf(part: bigint, whole: bigint): number {
  if (whole <= 0n || part <= 0n) return 0;
  return part >= whole ? Number(WHOLE) : Number((part * WHOLE) / whole);
}
