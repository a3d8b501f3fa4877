import { z } from '@hono/zod-openapi';

/** A non-negative integer as text: the count of an asset's smallest unit. At most 30 digits. */
const units = z
  .string()
  .regex(/^-?\d{1,30}$/)
  .openapi({ example: '3000' });

function amountOf<Asset extends string>(asset: Asset, name: string) {
  return z.object({ amount: units, asset: z.literal(asset) }).openapi(name);
}

/** Yuan in fen: `{ "amount": "3000", "asset": "CNY/2" }` is ¥30.00. */
export const Cny = amountOf('CNY/2', 'Cny');
/** Growth points in 10^-12 of a point. */
export const Growth = amountOf('GROWTH/12', 'Growth');
/** Constant points in hundredths; one whole point is worth one yuan. */
export const Constant = amountOf('CONST/2', 'Constant');

export const AnyAmount = z
  .object({ amount: units, asset: z.enum(['CNY/2', 'GROWTH/12', 'CONST/2']) })
  .openapi('AnyAmount');

/** Yuan per growth point with 12 decimals, rounded down: "1.428571428571". */
export const Price = z
  .string()
  .regex(/^\d+\.\d{12}$/)
  .openapi('Price', { example: '1.428571428571' });

export const Instant = z.iso
  .datetime({ offset: true })
  .openapi({ example: '2026-11-25T08:00:00Z' });
export const Day = z.iso.date().openapi({ example: '2026-11-25' });
export const Uuid = z.uuid();
export const OrderNumber = z
  .string()
  .regex(/^\d{8}-\d{6,}$/)
  .openapi({ example: '20261125-000001' });

/** RFC 9457 problem details. `code` is the stable name of what went wrong. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ example: 'economy.not_enough_points' }),
    detail: z.string(),
    traceId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

/** A page of a list: ask for the next one with `cursor`. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export function pageOf<Item extends z.ZodType>(item: Item, name: string) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() }).openapi(name);
}

/** Every POST that moves value carries one: a repeat with the same key and body answers the same. */
export const IdempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(8)
    .max(200)
    .openapi({ example: '0f8b2c1e-4f64-4d2f-9f0e-6d5f0c9b7a11' }),
});
