import { fen } from '@tuodi/amount';
import type { Context } from '@tuodi/platform';
import { derivedUuid } from '@tuodi/platform';
import { createProducts, openMerchant } from '@tuodi/platform/catalog';
import { openEconomy } from '@tuodi/platform/economy';
import { findTenantBySlug, openTenant, startOfDay } from '@tuodi/platform/tenancy';
import type { Tenant } from '@tuodi/platform/tenancy';
import { skusOf } from './plan.ts';
import type { RetailPlan } from './plan.ts';

/** What all ids of the retail run are derived from; the same in every tenant, so runs compare. */
export const SEED = 'retail';
export const ZONE = 'Asia/Shanghai';

const MARGIN_BASIS_POINTS = 4_500n;
const STOCK = 1_000_000_000n;
const PRODUCTS_AT_ONCE = 500;

/** Opens the tenant with its economy, one merchant and every article; finds it on later runs. */
export async function openRetail(
  context: Context,
  slug: string,
  plan: RetailPlan,
): Promise<Tenant> {
  const found = await findTenantBySlug(context, slug);
  const tenant = found ?? (await openAt(context, slug, plan.firstDay));
  // Each step looks whether it was done: the process may have ended in the middle.
  const opened = await openEconomy(context, tenant.id, {
    policy: { genesis_reserve: '0' },
    at: tenant.openedAt,
  });
  if (!opened.ok && opened.refusal.code !== 'economy.already_open') {
    throw new Error(`the retail economy does not open: ${opened.refusal.code}`);
  }
  await openShop(context, tenant, plan);
  return tenant;
}

async function openAt(context: Context, slug: string, firstDay: string): Promise<Tenant> {
  const opened = await openTenant(context, {
    slug,
    name: '零售实录',
    nameEn: 'Retail, one real year',
    profile: 'document',
    zone: ZONE,
    returnWindowDays: 7,
    clockStartsAt: startOfDay(firstDay, ZONE),
    simulation: true,
  });
  if (!opened.ok) throw new Error(`the retail tenant does not open: ${opened.refusal.code}`);
  return opened.value;
}

async function openShop(context: Context, tenant: Tenant, plan: RetailPlan): Promise<void> {
  const articles = [...skusOf(plan.orders)];
  const known = await context.transaction(tenant.id, (tx) =>
    tx.query<{ id: string }>('select id from products where tenant_id = $1', [tenant.id]),
  );
  const done = new Set(known.map((row) => row.id));
  const merchant = await theMerchant(context, tenant);
  const products = articles
    .map(([stockCode, skus]) => ({
      id: derivedUuid(SEED, 'product', stockCode),
      merchant,
      title: titleOf([...skus.values()][0]?.description, stockCode),
      titleEn: titleOf([...skus.values()][0]?.description, stockCode),
      description: '',
      descriptionEn: null,
      category: '零售',
      cover: { category: 'box' as const, seed: seedOf(stockCode), imageUrl: null },
      skus: [...skus].map(([reference, line]) => ({
        id: derivedUuid(SEED, 'sku', reference),
        title: stockCode,
        titleEn: null,
        price: fen(line.price),
        supply: { kind: 'margin' as const, basisPoints: MARGIN_BASIS_POINTS },
        stock: STOCK,
      })),
    }))
    .filter((product) => !done.has(product.id));
  for (let from = 0; from < products.length; from += PRODUCTS_AT_ONCE) {
    const created = await createProducts(
      context,
      tenant,
      products.slice(from, from + PRODUCTS_AT_ONCE),
    );
    if (!created.ok) throw new Error(`an article is refused: ${created.refusal.code}`);
  }
}

/** The one merchant of the run is merchant 1. */
async function theMerchant(context: Context, tenant: Tenant): Promise<bigint> {
  const known = await context.transaction(tenant.id, (tx) =>
    tx.first('select number from merchants where tenant_id = $1 and number = 1', [tenant.id]),
  );
  return known === undefined ? openMerchant(context, tenant, { name: 'Online Retail' }) : 1n;
}

function titleOf(description: string | undefined, stockCode: string): string {
  const title = description?.trim() ?? '';
  return title === '' ? stockCode : title.slice(0, 120);
}

function seedOf(stockCode: string): number {
  let seed = 7;
  for (let at = 0; at < stockCode.length; at += 1) {
    seed = (seed * 31 + stockCode.charCodeAt(at)) % 1_000_000;
  }
  return seed;
}
