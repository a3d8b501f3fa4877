import { fen } from '@tuodi/amount';
import type { Economy } from '@tuodi/economy';
import { invariant } from '@tuodi/outcome';
import type { catalog } from '@tuodi/wire';
import type { z } from 'zod';
import { earningOf } from '../economy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { marginOf } from './price.ts';
import type { StoredProduct } from './store/products.ts';
import type { StoredSku } from './store/skus.ts';

type Cny = { amount: string; asset: 'CNY/2' };

function cny(units: bigint): Cny {
  return { amount: String(units), asset: 'CNY/2' };
}

interface View {
  readonly tenant: Tenant;
  /** Policy and price of now. */
  readonly terms: Economy;
}

/** A product in a list: its cheapest SKU speaks for it. */
export function cardOnWire(
  view: View,
  product: StoredProduct & { readonly skus: readonly StoredSku[] },
): z.infer<typeof catalog.ProductCard> {
  const cheapest = product.skus.reduce<StoredSku | undefined>(
    (best, sku) => (best === undefined || sku.price < best.price ? sku : best),
    undefined,
  );
  invariant(cheapest !== undefined, 'a product has a SKU');
  return {
    id: product.id,
    title: product.title,
    titleEn: product.titleEn,
    cover: product.cover,
    price: cny(cheapest.price),
    earnsValue: earningOfPiece(view, cheapest).value,
    merchantName: product.merchantName,
  };
}

export function productOnWire(
  view: View,
  product: StoredProduct & { readonly skus: readonly (StoredSku & { available: bigint })[] },
): z.infer<typeof catalog.Product> {
  return {
    id: product.id,
    title: product.title,
    titleEn: product.titleEn,
    description: product.description,
    descriptionEn: product.descriptionEn,
    category: product.category,
    cover: product.cover,
    merchant: { number: String(product.merchant), name: product.merchantName },
    skus: product.skus.map((sku) => ({
      id: sku.id,
      title: sku.title,
      titleEn: sku.titleEn,
      price: cny(sku.price),
      available: Number(sku.available),
      earning: earningOfPiece(view, sku),
    })),
  };
}

function earningOfPiece({ tenant, terms }: View, sku: StoredSku): ReturnType<typeof earningOf> {
  return earningOf(terms, {
    amount: fen(sku.price),
    margin: marginOf(sku, 1n),
    returnWindowDays: tenant.returnWindowDays,
  });
}
