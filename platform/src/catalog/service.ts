import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Context, Transaction } from '../context.ts';
import { availableOf, openStock } from '../stock/index.ts';
import { nextNumber } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import type { PricedSku } from './price.ts';
import type { NewProduct, ShownSku } from './product.ts';
import { insertMerchant, loadMerchants } from './store/merchants.ts';
import { insertProducts, loadCategories, loadProduct, loadProducts } from './store/products.ts';
import type { ProductQuery, StoredProduct } from './store/products.ts';
import { insertSkus, loadPrices, loadShown, loadSkus } from './store/skus.ts';
import type { StoredSku } from './store/skus.ts';

/** Opens a shop in the mall. @returns its number. */
export async function openMerchant(
  context: Context,
  tenant: Tenant,
  input: { readonly name: string; readonly nameEn?: string | null },
): Promise<bigint> {
  return context.transaction(tenant.id, async (tx) => {
    const number = await nextNumber(tx, tenant.id, 'merchants');
    await insertMerchant(tx, tenant.id, {
      number,
      name: input.name,
      nameEn: input.nameEn ?? null,
      openedAt: context.clock.now(tenant),
    });
    return number;
  });
}

/** Names of merchants by number. */
export async function merchantNames(
  tx: Transaction,
  tenantId: number,
  numbers: readonly bigint[],
): Promise<ReadonlyMap<bigint, string>> {
  const rows = await loadMerchants(tx, tenantId, numbers);
  return new Map(rows.map(({ number, name }) => [number, name]));
}

export type CreateProductsRefusal =
  | { readonly code: 'catalog.unknown_merchant'; readonly merchant: bigint }
  | { readonly code: 'catalog.bad_price'; readonly title: string };

/** A billion yuan. */
const HIGHEST_PRICE = 100_000_000_000n;

/** Puts products up with their first pieces, all or none; three statements whatever their number. */
export async function createProducts(
  context: Context,
  tenant: Tenant,
  products: readonly NewProduct[],
): Promise<Outcome<void, CreateProductsRefusal>> {
  return context.transaction(tenant.id, (tx) =>
    createProductsIn(tx, { tenantId: tenant.id, at: context.clock.now(tenant), products }),
  );
}

async function createProductsIn(
  tx: Transaction,
  batch: {
    readonly tenantId: number;
    readonly at: string;
    readonly products: readonly NewProduct[];
  },
): Promise<Outcome<void, CreateProductsRefusal>> {
  const { tenantId, products } = batch;
  const merchants = new Set(products.map((product) => product.merchant));
  const known = await merchantNames(tx, tenantId, [...merchants]);
  const unknown = [...merchants].find((merchant) => !known.has(merchant));
  if (unknown !== undefined) {
    return refuse({ code: 'catalog.unknown_merchant', merchant: unknown });
  }
  const skus = products.flatMap((product) => product.skus);
  const bad = skus.find((sku) => !isSellable(sku));
  if (bad !== undefined) return refuse({ code: 'catalog.bad_price', title: bad.title });
  await insertProducts(tx, tenantId, batch);
  await insertSkus(tx, tenantId, products);
  await openStock(
    tx,
    tenantId,
    skus.map((sku) => ({ skuId: sku.id, quantity: sku.stock })),
  );
  return done(undefined);
}

function isSellable({ price, supply }: NewProduct['skus'][number]): boolean {
  if (price < 1n || price > HIGHEST_PRICE) return false;
  const { least, most } =
    supply.kind === 'margin'
      ? { least: supply.basisPoints, most: 10_000n }
      : { least: supply.price, most: price };
  return least >= 0n && least <= most;
}

/** A page of goods, newest first. */
export async function pageOfProducts(
  tx: Transaction,
  tenantId: number,
  query: ProductQuery,
): Promise<readonly (StoredProduct & { readonly skus: readonly StoredSku[] })[]> {
  const products = await loadProducts(tx, tenantId, query);
  const skus = await loadSkus(
    tx,
    tenantId,
    products.map((product) => product.id),
  );
  return products.map((product) => ({
    ...product,
    skus: skus.filter((sku) => sku.productId === product.id),
  }));
}

/** One product with its SKUs and how many pieces of each can be bought. */
export async function findProduct(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<
  (StoredProduct & { readonly skus: readonly (StoredSku & { available: bigint })[] }) | null
> {
  const product = await loadProduct(tx, tenantId, id);
  if (product === null) return null;
  const skus = await loadSkus(tx, tenantId, [id]);
  const available = await availableOf(
    tx,
    tenantId,
    skus.map((sku) => sku.id),
  );
  return {
    ...product,
    skus: skus.map((sku) => ({ ...sku, available: available.get(sku.id) ?? 0n })),
  };
}

export function categoriesOf(
  tx: Transaction,
  tenantId: number,
): Promise<readonly { readonly name: string; readonly products: bigint }[]> {
  return loadCategories(tx, tenantId);
}

/** Prices of SKUs now; those that do not exist are left out. */
export async function pricesOf(
  tx: Transaction,
  tenantId: number,
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, PricedSku>> {
  const rows = await loadPrices(tx, tenantId, [...new Set(skuIds)]);
  return new Map(rows.map((row) => [row.skuId, row]));
}

/** What people see of SKUs. */
export async function shownSkus(
  tx: Transaction,
  tenantId: number,
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, ShownSku>> {
  const rows = await loadShown(tx, tenantId, [...new Set(skuIds)]);
  return new Map(rows.map((row) => [row.skuId, row]));
}
