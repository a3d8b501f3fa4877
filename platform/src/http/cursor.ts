import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';
import { Problem } from './problem.ts';

const MAC_BYTES = 9;

/** An opaque mark of where a page of a list ended: the sort key of its last row, sealed. */
export function encodeCursor(context: Context, parts: readonly string[]): string {
  const text = Buffer.from(JSON.stringify(parts));
  return Buffer.concat([seal(context, text), text]).toString('base64url');
}

/**
 * The parts of a cursor of ours; null when there is none.
 * @throws {Problem} `http.bad_cursor`: made or changed by somebody else, or for another list.
 */
export function decodeCursor(
  context: Context,
  cursor: string | undefined,
  count: number,
): readonly string[] | null {
  if (cursor === undefined) return null;
  const bytes = Buffer.from(cursor, 'base64url');
  const text = bytes.subarray(MAC_BYTES);
  if (bytes.length <= MAC_BYTES) throw new Problem('http.bad_cursor');
  if (!timingSafeEqual(bytes.subarray(0, MAC_BYTES), seal(context, text))) {
    throw new Problem('http.bad_cursor');
  }
  const parts: unknown = JSON.parse(text.toString());
  if (!Array.isArray(parts) || parts.length !== count) throw new Problem('http.bad_cursor');
  return parts.map(String);
}

function seal(context: Context, text: Buffer): Buffer {
  const key = context.secretFor('list cursors');
  return createHmac('sha256', key).update(text).digest().subarray(0, MAC_BYTES);
}
