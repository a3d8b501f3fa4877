import { fen } from '@tuodi/amount';
import { catalogRoutes } from '@tuodi/wire';
import type { catalog } from '@tuodi/wire';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { loadTerms } from '../economy/index.ts';
import { actorWithRole, decodeCursor, encodeCursor, Problem, valueOf } from '../http/index.ts';
import type { App } from '../http/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { cardOnWire, productOnWire } from './on-wire.ts';
import type { NewProduct } from './product.ts';
import { categoriesOf, createProducts, findProduct, pageOfProducts } from './service.ts';

/** Goods on sale, and putting them up. */
export function addCatalogRoutes(app: App): void {
  app.openapi(catalogRoutes.listProducts, async (http) => {
    const { context, tenant } = http.var;
    const query = http.req.valid('query');
    return http.json(await productsAnswer(context, tenant, query), 200);
  });
  app.openapi(catalogRoutes.listCategories, async (http) => {
    const { context, tenant } = http.var;
    const rows = await context.snapshot(tenant.id, (tx) => categoriesOf(tx, tenant.id));
    const items = rows.map(({ name, products }) => ({ name, products: Number(products) }));
    return http.json({ items }, 200);
  });
  app.openapi(catalogRoutes.getProduct, async (http) => {
    const { context, tenant } = http.var;
    const { productId } = http.req.valid('param');
    return http.json(await productAnswer(context, tenant, productId), 200);
  });
  app.openapi(catalogRoutes.createProduct, async (http) => {
    const { context, tenant } = http.var;
    const actor = await actorWithRole(http, 'merchant', 'operator');
    const product = newProduct(context, http.req.valid('json'));
    if (!sellsFor(actor, product.merchant)) throw new Problem('catalog.not_your_merchant');
    valueOf(await createProducts(context, tenant, [product]));
    return http.json(await productAnswer(context, tenant, product.id), 201);
  });
}

interface ProductsQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly q?: string | undefined;
  readonly category?: string | undefined;
}

async function productsAnswer(
  context: Context,
  tenant: Tenant,
  query: ProductsQuery,
): Promise<z.infer<typeof catalog.ProductPage>> {
  const list = { tenantId: tenant.id, list: 'products' };
  const place = { cursor: query.cursor, count: 2 };
  const [createdAt, id] = decodeCursor(context, list, place) ?? [];
  return context.snapshot(tenant.id, async (tx) => {
    const found = await pageOfProducts(tx, tenant.id, {
      text: query.q ?? null,
      category: query.category ?? null,
      before: createdAt === undefined || id === undefined ? null : { createdAt, id },
      limit: query.limit + 1,
    });
    const view = { tenant, terms: await loadTerms(tx, tenant.id) };
    const page = found.slice(0, query.limit);
    const last = found.length > page.length ? page.at(-1) : undefined;
    return {
      items: page.map((product) => cardOnWire(view, product)),
      nextCursor:
        last === undefined ? null : encodeCursor(context, list, [last.createdAt, last.id]),
    };
  });
}

/** @throws {Problem} 404 where the tenant has no such product. */
async function productAnswer(
  context: Context,
  tenant: Tenant,
  id: string,
): Promise<z.infer<typeof catalog.Product>> {
  return context.snapshot(tenant.id, async (tx) => {
    const product = await findProduct(tx, tenant.id, id);
    if (product === null) throw new Problem('catalog.unknown_product');
    return productOnWire({ tenant, terms: await loadTerms(tx, tenant.id) }, product);
  });
}

function sellsFor(actor: Actor, merchant: bigint): boolean {
  return actor.roles.includes('operator') || actor.merchant === merchant;
}

/** @throws {Problem} when the merchant is not a number. */
function newProduct(context: Context, input: z.infer<typeof catalog.CreateProduct>): NewProduct {
  if (!/^[1-9]\d{0,17}$/.test(input.merchantNumber)) {
    throw new Problem('catalog.unknown_merchant', { facts: { merchant: input.merchantNumber } });
  }
  return {
    ...input,
    id: context.random.uuid(),
    merchant: BigInt(input.merchantNumber),
    skus: input.skus.map((sku) => ({
      id: context.random.uuid(),
      title: sku.title,
      titleEn: sku.titleEn,
      price: fen(BigInt(sku.price.amount)),
      supply: { kind: 'supply_price', price: fen(BigInt(sku.supplyPrice.amount)) },
      stock: BigInt(sku.stock),
    })),
  };
}
