import { z } from '@hono/zod-openapi';
import { Cny, Growth, pageOf, Price, Uuid } from './shapes.ts';

/** A drawn cover: the storefront draws it from category and seed; production shows `imageUrl`. */
export const Cover = z
  .object({
    category: z.enum(['bottle', 'scroll', 'jade', 'coin', 'stamp', 'wood', 'tea', 'box']),
    seed: z.int(),
    imageUrl: z.string().nullable(),
  })
  .openapi('Cover');

/**
 * What a purchase will earn at today's price, step by step: amount → margin → contribution
 * (into the reserve) → value (granted) → points. An estimate: the price of settlement decides.
 */
export const Earning = z
  .object({
    amount: Cny,
    margin: Cny,
    contribution: Cny,
    value: Cny,
    price: Price,
    points: Growth,
    dividendShare: Cny,
    quota: Cny,
    contributionRate: z.string(),
    grantRate: z.string(),
    dividendRate: z.string(),
    quotaRate: z.string(),
    returnWindowDays: z.int(),
  })
  .openapi('Earning');

export const Sku = z
  .object({
    id: Uuid,
    title: z.string(),
    titleEn: z.string().nullable(),
    price: Cny,
    available: z.int(),
    earning: Earning,
  })
  .openapi('Sku');

export const ProductCard = z
  .object({
    id: Uuid,
    title: z.string(),
    titleEn: z.string().nullable(),
    cover: Cover,
    price: Cny.openapi({ description: 'the lowest of its SKUs' }),
    earnsValue: Cny,
    merchantName: z.string(),
  })
  .openapi('ProductCard');

export const ProductPage = pageOf(ProductCard, 'ProductPage');

export const Product = z
  .object({
    id: Uuid,
    title: z.string(),
    titleEn: z.string().nullable(),
    description: z.string(),
    descriptionEn: z.string().nullable(),
    category: z.string(),
    cover: Cover,
    merchant: z.object({ number: z.string(), name: z.string() }),
    skus: z.array(Sku).min(1),
  })
  .openapi('Product');

/** A merchant or operator puts a product up. Prices in fen; margin = price − supplyPrice. */
export const CreateProduct = z
  .object({
    merchantNumber: z.string(),
    title: z.string().min(1).max(120),
    titleEn: z.string().max(120).nullable().default(null),
    description: z.string().max(5000).default(''),
    descriptionEn: z.string().max(5000).nullable().default(null),
    category: z.string().min(1).max(40),
    cover: Cover,
    skus: z
      .array(
        z.object({
          title: z.string().min(1).max(120),
          titleEn: z.string().max(120).nullable().default(null),
          price: Cny,
          supplyPrice: Cny,
          stock: z.int().min(0).max(1_000_000_000),
        }),
      )
      .min(1)
      .max(100),
  })
  .openapi('CreateProduct');
