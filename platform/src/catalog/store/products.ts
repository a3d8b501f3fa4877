import type { Transaction } from '../../context.ts';
import type { Cover, NewProduct } from '../product.ts';
import { coverOf } from './cover.ts';
import type { CoverRow } from './cover.ts';

export async function insertProducts(
  tx: Transaction,
  tenantId: number,
  batch: { readonly products: readonly NewProduct[]; readonly at: string },
): Promise<void> {
  const { products } = batch;
  await tx.run(
    `insert into products (tenant_id, id, merchant, title, title_en, description, description_en,
       category, cover_category, cover_seed, image_url, created_at)
     select $1, row.*, $2
     from unnest($3::uuid[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::bigint[], $12::text[]) as row`,
    [
      tenantId,
      batch.at,
      products.map((product) => product.id),
      products.map((product) => product.merchant),
      products.map((product) => product.title),
      products.map((product) => product.titleEn),
      products.map((product) => product.description),
      products.map((product) => product.descriptionEn),
      products.map((product) => product.category),
      products.map((product) => product.cover.category),
      products.map((product) => product.cover.seed),
      products.map((product) => product.cover.imageUrl),
    ],
  );
}

/** A product as its row holds it. */
export interface StoredProduct {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly description: string;
  readonly descriptionEn: string | null;
  readonly category: string;
  readonly cover: Cover;
  readonly merchant: bigint;
  readonly merchantName: string;
  readonly createdAt: string;
}

interface ProductRow extends CoverRow {
  id: string;
  title: string;
  title_en: string | null;
  description: string;
  description_en: string | null;
  category: string;
  merchant: bigint;
  merchant_name: string;
  created_at: string;
}

const PRODUCT_COLUMNS = `products.id, products.title, products.title_en, products.description,
  products.description_en, products.category, products.cover_category, products.cover_seed,
  products.image_url, products.merchant, merchants.name as merchant_name, products.created_at`;

function toProduct(row: ProductRow): StoredProduct {
  return {
    id: row.id,
    title: row.title,
    titleEn: row.title_en,
    description: row.description,
    descriptionEn: row.description_en,
    category: row.category,
    cover: coverOf(row),
    merchant: row.merchant,
    merchantName: row.merchant_name,
    createdAt: row.created_at,
  };
}

export async function loadProduct(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<StoredProduct | null> {
  const row = await tx.first<ProductRow>(
    `select ${PRODUCT_COLUMNS}
     from products
     join merchants
       on merchants.tenant_id = products.tenant_id and merchants.number = products.merchant
     where products.tenant_id = $1
       and products.id = $2`,
    [tenantId, id],
  );
  return row === undefined ? null : toProduct(row);
}

export interface ProductQuery {
  readonly text: string | null;
  readonly category: string | null;
  readonly before: { readonly createdAt: string; readonly id: string } | null;
  readonly limit: number;
}

/** Newest first. `text` is looked for in the titles, case-insensitively. */
export async function loadProducts(
  tx: Transaction,
  tenantId: number,
  query: ProductQuery,
): Promise<StoredProduct[]> {
  const rows = await tx.query<ProductRow>(
    `select ${PRODUCT_COLUMNS}
     from products
     join merchants
       on merchants.tenant_id = products.tenant_id and merchants.number = products.merchant
     where products.tenant_id = $1
       and ($2::text is null or products.category = $2)
       and ($3::text is null or strpos(lower(products.title), lower($3)) > 0
         or strpos(lower(products.title_en), lower($3)) > 0)
       and ($4::timestamptz is null or (products.created_at, products.id) < ($4, $5::uuid))
     order by products.created_at desc, products.id desc
     limit $6`,
    [
      ...[tenantId, query.category, query.text],
      ...[query.before?.createdAt ?? null, query.before?.id ?? null, query.limit],
    ],
  );
  return rows.map(toProduct);
}

export function loadCategories(
  tx: Transaction,
  tenantId: number,
): Promise<{ name: string; products: bigint }[]> {
  return tx.query(
    `select category as name, count(*) as products
     from products
     where tenant_id = $1
     group by category
     order by category collate "C"`,
    [tenantId],
  );
}
