import { fen } from '@tuodi/amount';
import { invariant } from '@tuodi/outcome';
import { createProducts, openMerchant, pricesOf } from '../catalog/index.ts';
import type { Context } from '../context.ts';
import { openEconomy, outcomeOf } from '../economy/index.ts';
import { memberOfReference } from '../identity/index.ts';
import { closeDueDays } from '../jobs/index.ts';
import { derivedUuid } from '../random.ts';
import {
  addDays,
  dayOf,
  endOfDay,
  findTenantBySlug,
  moveClock,
  openTenant,
} from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { presetPolicy } from './policies.ts';
import { purchase } from './purchase.ts';

const SEED = 'founding';
const ORDERS = 100;
const STARTS = '2026-01-01T02:00:00.000Z';

/** The price after each of the founding text's orders. */
export interface FoundingRow {
  readonly order: number;
  /** Yuan per point with 12 decimals, rounded down. */
  readonly price: string;
}

/**
 * The founding text's example through the services: 100 orders of 100 yuan with a margin of 30 by
 * 100 members, each placed, paid, shipped and received, and settled in the order of their numbers
 * when their return window ends. Doing it again does nothing more.
 */
export async function seedFounding(
  context: Context,
  onOrder: (done: number, of: number) => void,
): Promise<{ readonly tenant: Tenant; readonly rows: readonly FoundingRow[] }> {
  const opened = await openFounding(context);
  await context.economy.drain(opened.id);
  for (let n = 1; n <= ORDERS; n += 1) {
    await context.transaction(opened.id, async (tx) => {
      // What was placed in an earlier run has been applied by now: the inbox was drained.
      if ((await outcomeOf(tx, opened.id, sourceOf(n, 'order_paid'))) !== null) return;
      const reference = `founding ${n}`;
      const { member } = await memberOfReference(context, tx, opened, reference);
      const lines = [{ skuId: derivedUuid(SEED, 'sku', '1'), quantity: 1n }];
      await purchase(context, tx, opened, {
        ...{ member, lines, seed: SEED },
        ...{ reference: String(n), until: 'received' },
      });
    });
    onOrder(n, ORDERS);
  }
  const tenant = await passWindow(context, opened);
  return { tenant, rows: await readRows(context, tenant) };
}

/** Each step looks for what it makes: an earlier start may have been killed after any of them. */
async function openFounding(context: Context): Promise<Tenant> {
  const tenant = (await findTenantBySlug(context, SEED)) ?? (await openTenantOf(context));
  const economy = await openEconomy(context, tenant.id, {
    policy: presetPolicy('document'),
    at: tenant.openedAt,
  });
  invariant(
    economy.ok || economy.refusal.code === 'economy.already_open',
    'the founding economy opens',
  );
  await putUpBottle(context, tenant);
  return tenant;
}

async function openTenantOf(context: Context): Promise<Tenant> {
  const opened = await openTenant(context, {
    slug: SEED,
    name: '托底酒行(模拟)',
    nameEn: 'Tuodi Wines (simulation)',
    profile: 'document',
    clockStartsAt: STARTS,
    simulation: true,
  });
  invariant(opened.ok, 'the founding tenant opens');
  return opened.value;
}

async function putUpBottle(context: Context, tenant: Tenant): Promise<void> {
  const skuId = derivedUuid(SEED, 'sku', '1');
  const known = await context.transaction(tenant.id, (tx) => pricesOf(tx, tenant.id, [skuId]));
  if (known.size > 0) return;
  const merchant = await openMerchant(context, tenant, { name: '老窖坊', nameEn: 'Old Cellar' });
  const product = {
    id: derivedUuid(SEED, 'product', '1'),
    merchant,
    title: '陈年米酒 · 500 毫升',
    titleEn: 'Aged rice wine, 500 ml',
    description: '一百元一瓶,利润三十元:示例文本中的那一瓶。',
    descriptionEn: 'One hundred yuan a bottle, thirty of it margin: the bottle of the example.',
    category: '酒水',
    cover: { category: 'bottle', seed: 7, imageUrl: null },
    skus: [
      {
        id: skuId,
        title: '单瓶',
        titleEn: 'One bottle',
        price: fen(10_000n),
        supply: { kind: 'supply_price', price: fen(7_000n) },
        stock: 1_000_000n,
      },
    ],
  } as const;
  const created = await createProducts(context, tenant, [product]);
  invariant(created.ok, 'the founding product is put up');
}

/** Moves the clock past the return window of the last order, closing every day on the way. */
async function passWindow(context: Context, tenant: Tenant): Promise<Tenant> {
  const first = dayOf(tenant.openedAt, tenant.zone);
  const to = endOfDay(addDays(first, tenant.returnWindowDays), tenant.zone);
  if (context.clock.now(tenant) >= to) return tenant;
  const moved = await moveClock(context, { tenantId: tenant.id, to });
  invariant(moved.ok, 'a standing clock goes forward');
  await closeDueDays(context, moved.value);
  return moved.value;
}

async function readRows(context: Context, tenant: Tenant): Promise<FoundingRow[]> {
  const rows: FoundingRow[] = [];
  for (let n = 1; n <= ORDERS; n += 1) {
    const outcome = await context.transaction(tenant.id, (tx) =>
      outcomeOf(tx, tenant.id, sourceOf(n, 'order_settled')),
    );
    invariant(outcome?.ok === true, 'every founding order has settled');
    rows.push({ order: n, price: outcome.price });
  }
  return rows;
}

function sourceOf(n: number, type: string): { type: string; id: string } {
  return { type, id: derivedUuid(SEED, 'order', `${n} 1`) };
}
