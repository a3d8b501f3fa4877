import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';
import { Problem } from './problem.ts';

const MAC_BYTES = 9;

/** The list that a cursor is a place in: one of a tenant, by a name that no other list has. */
export interface CursorList {
  readonly tenantId: number;
  readonly list: string;
}

/** An opaque mark of where a page of a list ended: the sort key of its last row, sealed. */
export function encodeCursor(context: Context, list: CursorList, parts: readonly string[]): string {
  const text = Buffer.from(JSON.stringify(parts));
  return Buffer.concat([seal(context, list, text), text]).toString('base64url');
}

/**
 * The `count` parts of a cursor of ours; null when there is none.
 * @throws {Problem} `http.bad_cursor`: made or changed by somebody else, or for another list.
 */
export function decodeCursor(
  context: Context,
  list: CursorList,
  { cursor, count }: { readonly cursor: string | undefined; readonly count: number },
): readonly string[] | null {
  if (cursor === undefined) return null;
  const bytes = Buffer.from(cursor, 'base64url');
  const text = bytes.subarray(MAC_BYTES);
  if (bytes.length <= MAC_BYTES) throw new Problem('http.bad_cursor');
  if (!timingSafeEqual(bytes.subarray(0, MAC_BYTES), seal(context, list, text))) {
    throw new Problem('http.bad_cursor');
  }
  const parts: unknown = JSON.parse(text.toString());
  if (!Array.isArray(parts) || parts.length !== count) throw new Problem('http.bad_cursor');
  return parts.map(String);
}

function seal(context: Context, { tenantId, list }: CursorList, text: Buffer): Buffer {
  const key = context.secretFor('list cursors');
  return createHmac('sha256', key)
    .update(JSON.stringify([tenantId, list]))
    .update(text)
    .digest()
    .subarray(0, MAC_BYTES);
}
