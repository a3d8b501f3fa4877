import { z } from 'zod';

const Accepted = z.object({
  ok: z.literal(true),
  seq: z.string(),
  at: z.string(),
  transferId: z.string().nullable(),
  hash: z.string(),
  priceBefore: z.string(),
  price: z.string(),
  facts: z.record(z.string(), z.string()),
});
const Refused = z.object({ ok: z.literal(false), reason: z.string() });
const Outcome = z.discriminatedUnion('ok', [Accepted, Refused]);

/**
 * What became of a submitted event, as it is stored and as callers get it. Accepted: its place in
 * the log, its transfer, the prices around it, and the booked figures by name in smallest units.
 * Refused: the reason in the log's spelling.
 */
export type EventOutcome = z.infer<typeof Outcome>;

/** Reads a stored outcome. @throws where the row is none. */
export function readOutcome(stored: unknown): EventOutcome {
  return Outcome.parse(stored);
}
