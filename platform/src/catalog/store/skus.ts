import { fen } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';
import type { Transaction } from '../../context.ts';
import type { PricedSku, SupplyRule } from '../price.ts';
import type { NewProduct, ShownSku } from '../product.ts';
import { coverOf } from './cover.ts';
import type { CoverRow } from './cover.ts';

export async function insertSkus(
  tx: Transaction,
  tenantId: number,
  products: readonly NewProduct[],
): Promise<void> {
  const skus = products.flatMap((product) =>
    product.skus.map((sku, index) => ({ ...sku, productId: product.id, position: index + 1 })),
  );
  await tx.run(
    `insert into skus (tenant_id, id, product_id, position, title, title_en, price_fen,
       supply_price_fen, margin_basis_points)
     select $1, row.*
     from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::bigint[],
       $8::bigint[], $9::int[]) as row`,
    [
      tenantId,
      skus.map((sku) => sku.id),
      skus.map((sku) => sku.productId),
      skus.map((sku) => sku.position),
      skus.map((sku) => sku.title),
      skus.map((sku) => sku.titleEn),
      skus.map((sku) => sku.price),
      skus.map(({ supply }) => (supply.kind === 'supply_price' ? supply.price : null)),
      skus.map(({ supply }) => (supply.kind === 'margin' ? supply.basisPoints : null)),
    ],
  );
}

interface RuleRow {
  supply_price_fen: bigint | null;
  margin_basis_points: number | null;
}

function supplyOf(row: RuleRow): SupplyRule {
  return row.supply_price_fen === null
    ? { kind: 'margin', basisPoints: BigInt(row.margin_basis_points ?? 0) }
    : { kind: 'supply_price', price: fen(row.supply_price_fen) };
}

/** Price and merchant of SKUs; those that do not exist are left out. */
export async function loadPrices(
  tx: Transaction,
  tenantId: number,
  skuIds: readonly string[],
): Promise<PricedSku[]> {
  const rows = await tx.query<RuleRow & { id: string; merchant: bigint; price_fen: bigint }>(
    `select skus.id, products.merchant, skus.price_fen, skus.supply_price_fen,
       skus.margin_basis_points
     from skus
     join products on products.tenant_id = skus.tenant_id and products.id = skus.product_id
     where skus.tenant_id = $1
       and skus.id = any ($2::uuid[])`,
    [tenantId, skuIds],
  );
  return rows.map((row) => ({
    skuId: row.id,
    merchant: row.merchant,
    price: fen(row.price_fen),
    supply: supplyOf(row),
  }));
}

interface ShownRow extends CoverRow {
  sku_id: string;
  product_id: string;
  title: string;
  title_en: string | null;
  sku_title: string;
  sku_title_en: string | null;
}

/** What people see of SKUs. */
export async function loadShown(
  tx: Transaction,
  tenantId: number,
  skuIds: readonly string[],
): Promise<ShownSku[]> {
  const rows = await tx.query<ShownRow>(
    `select skus.id as sku_id, skus.product_id, products.title, products.title_en,
       skus.title as sku_title, skus.title_en as sku_title_en, products.cover_category,
       products.cover_seed, products.image_url
     from skus
     join products on products.tenant_id = skus.tenant_id and products.id = skus.product_id
     where skus.tenant_id = $1
       and skus.id = any ($2::uuid[])`,
    [tenantId, skuIds],
  );
  return rows.map((row) => ({
    skuId: row.sku_id,
    productId: row.product_id,
    title: row.title,
    titleEn: row.title_en,
    skuTitle: row.sku_title,
    skuTitleEn: row.sku_title_en,
    cover: coverOf(row),
  }));
}

/** A SKU as its row holds it. */
export interface StoredSku {
  readonly id: string;
  readonly productId: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly price: Fen;
  readonly supply: SupplyRule;
}

interface SkuRow extends RuleRow {
  id: string;
  product_id: string;
  title: string;
  title_en: string | null;
  price_fen: bigint;
}

/** All SKUs of some products, product by product in their order. */
export async function loadSkus(
  tx: Transaction,
  tenantId: number,
  productIds: readonly string[],
): Promise<StoredSku[]> {
  const rows = await tx.query<SkuRow>(
    `select id, product_id, title, title_en, price_fen, supply_price_fen, margin_basis_points
     from skus
     where tenant_id = $1
       and product_id = any ($2::uuid[])
     order by product_id, position`,
    [tenantId, productIds],
  );
  return rows.map((row) => ({
    id: row.id,
    productId: row.product_id,
    title: row.title,
    titleEn: row.title_en,
    price: fen(row.price_fen),
    supply: supplyOf(row),
  }));
}
