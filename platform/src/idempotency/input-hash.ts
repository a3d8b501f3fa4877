import { createHash } from 'node:crypto';

/**
 * One hash for equal inputs, whatever the order of their fields. Absent and undefined are equal;
 * bigints count by their digits.
 */
export function hashOfInput(input: unknown): Buffer {
  const text = JSON.stringify(input, (_, value: unknown) => {
    if (typeof value === 'bigint') return String(value);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    const sorted = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(sorted);
  });
  return createHash('sha256')
    .update(text ?? 'undefined')
    .digest();
}
