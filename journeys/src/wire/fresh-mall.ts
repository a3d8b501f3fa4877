import assert from 'node:assert/strict';
import { fen } from '@tuodi/amount';
import { createProducts, openMerchant } from '@tuodi/platform/catalog';
import { openEconomy } from '@tuodi/platform/economy';
import { enrol } from '@tuodi/platform/identity';
import type { OpenedContext } from '@tuodi/platform/operator';
import { openTenant } from '@tuodi/platform/tenancy';
import type { Tenant } from '@tuodi/platform/tenancy';
import { signedIn, visitor } from '../visitor.ts';
import type { MallAddress, Visitor } from '../visitor.ts';

const OPENS_AT = '2026-01-01T08:00:00.000Z';
const PHONES = {
  shopper: '13911110001',
  other: '13911110002',
  merchant: '13911110003',
  rival: '13911110004',
  operator: '13911110005',
} as const;

/** A mall of a test's own, with its people signed in. */
export interface FreshMall {
  readonly at: MallAddress;
  readonly tenant: Tenant;
  readonly productId: string;
  /** Twenty pieces at 100 yuan, of the merchant's. */
  readonly skuId: string;
  readonly stranger: Visitor;
  readonly shopper: Visitor;
  readonly other: Visitor;
  readonly merchant: Visitor;
  /** Another merchant of the same mall. */
  readonly rival: Visitor;
  readonly operator: Visitor;
}

/** Opens a mall with a standing clock on a running installation, as its operator would. The slug is
 * `name` and some digits, so that a run on a server that runs already finds no mall of its name. */
export async function openFreshMall(
  context: OpenedContext,
  { origin, name }: { readonly origin: string; readonly name: string },
): Promise<FreshMall> {
  const slug = `${name}-${context.random.digits(6)}`;
  const at = { origin, slug };
  const opened = await openTenant(context, {
    ...{ slug, name, profile: 'document', clockStartsAt: OPENS_AT },
  });
  assert.ok(opened.ok);
  const tenant = opened.value;
  assert.ok((await openEconomy(context, tenant.id, { policy: {}, at: OPENS_AT })).ok);
  const first = await openMerchant(context, tenant, { name: 'Old Cellar' });
  const second = await openMerchant(context, tenant, { name: 'Tea House' });
  await enrol(context, tenant, { phone: PHONES.merchant, merchant: first });
  await enrol(context, tenant, { phone: PHONES.rival, merchant: second });
  await enrol(context, tenant, { phone: PHONES.operator, roles: ['operator'] });
  return {
    ...{ at, tenant },
    ...(await putUp(context, tenant, first)),
    stranger: visitor(at),
    shopper: await signedIn(at, PHONES.shopper),
    other: await signedIn(at, PHONES.other),
    merchant: await signedIn(at, PHONES.merchant),
    rival: await signedIn(at, PHONES.rival),
    operator: await signedIn(at, PHONES.operator),
  };
}

async function putUp(
  context: OpenedContext,
  tenant: Tenant,
  merchant: bigint,
): Promise<{ productId: string; skuId: string }> {
  const productId = context.random.uuid();
  const skuId = context.random.uuid();
  const created = await createProducts(context, tenant, [
    {
      ...{ id: productId, merchant, title: 'Rice wine', titleEn: null },
      ...{ description: '', descriptionEn: null, category: 'wine' },
      cover: { category: 'bottle', seed: 1, imageUrl: null },
      skus: [
        {
          ...{ id: skuId, title: 'Bottle', titleEn: null, price: fen(10_000n), stock: 20n },
          supply: { kind: 'supply_price', price: fen(7_000n) },
        },
      ],
    },
  ]);
  assert.ok(created.ok);
  return { productId, skuId };
}
