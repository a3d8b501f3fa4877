import { fen } from '@tuodi/amount';
import { invariant } from '@tuodi/outcome';
import { createProducts, merchantNames, openMerchant, pricesOf } from '../catalog/index.ts';
import type { NewProduct } from '../catalog/index.ts';
import type { Context } from '../context.ts';
import { lastClosedDay, openEconomy, outcomeOf } from '../economy/index.ts';
import { enrol, internationalPhone, memberOfPhone, memberOfReference } from '../identity/index.ts';
import { endDay } from '../jobs/index.ts';
import { derivedUuid } from '../random.ts';
import {
  addDays,
  dayOf,
  daysBetween,
  findTenantBySlug,
  openTenant,
  startOfDay,
} from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { drawNumbers } from './draw.ts';
import type { Draw } from './draw.ts';
import { DEMO_GOODS, DEMO_MERCHANTS } from './goods.ts';
import type { DemoGood } from './goods.ts';
import { DEMO_PEOPLE } from './people.ts';
import { presetPolicy } from './policies.ts';
import { purchase } from './purchase.ts';
import type { Until } from './purchase.ts';

const SEED = 'general';
const DAYS = 36;
const ORDERS_A_DAY = 8;
const BUYERS = 60;
const DAY_MS = 86_400_000;
const DEMO_MEMBER = '13800000003';

/**
 * The general mall: a conservative policy, four merchants with drawn covers, and some 290 orders
 * over the last five weeks, day by day, each day closed. It lives in real time afterwards.
 */
export async function seedGeneral(
  context: Context,
  onDay: (done: number, of: number) => void,
): Promise<Tenant> {
  const today = context.clock.wall();
  const opensAt = new Date(Date.parse(today) - DAYS * DAY_MS).toISOString();
  const past = new PastClock(context, opensAt);
  const found = await findTenantBySlug(context, SEED);
  const tenant = found ?? (await open(past.context));
  const first = dayOf(tenant.openedAt, tenant.zone);
  const last = addDays(first, DAYS - 1);
  const closed = await context.transaction(tenant.id, (tx) => lastClosedDay(tx, tenant.id));
  if (closed !== null && closed >= last) return tenant;
  await stockShelves(past.context, tenant);
  await enrolPeople(past.context, tenant);
  await context.economy.drain(tenant.id);
  const draw = drawNumbers(20_251_101);
  let n = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const orders = ORDERS_A_DAY - 3 + draw(7);
    for (let order = 0; order < orders; order += 1) {
      past.set(minutesInto(day, tenant.zone, 9 * 60 + Math.floor((order * 720) / orders)));
      const age = daysBetween(day, last).length - 1;
      const until = age === 0 ? 'paid' : age === 1 ? 'shipped' : 'received';
      await buy(past.context, tenant, { n, draw, until });
      n += 1;
    }
    past.set(startOfDay(addDays(day, 1), tenant.zone));
    await endDay(past.context, tenant, day);
    onDay(n, DAYS * ORDERS_A_DAY);
  }
  return tenant;
}

/** The context with business time of its own: real-time tenants cannot be moved, only seeded. */
class PastClock {
  readonly context: Context;
  #now: string;

  constructor(context: Context, now: string) {
    this.#now = now;
    this.context = {
      ...context,
      economy: context.economy,
      clock: { now: () => this.#now, wall: () => context.clock.wall() },
    };
  }

  set(now: string): void {
    this.#now = now;
  }
}

async function open(context: Context): Promise<Tenant> {
  const opened = await openTenant(context, {
    slug: SEED,
    name: '托底百货',
    nameEn: 'Tuodi General',
    profile: 'cn-conservative',
  });
  invariant(opened.ok, 'the general tenant opens');
  return opened.value;
}

/** Puts the economy, the people and the goods there; what an earlier run made is left alone. */
async function stockShelves(context: Context, tenant: Tenant): Promise<void> {
  const opened = await openEconomy(context, tenant.id, {
    policy: presetPolicy(tenant.profile),
    at: tenant.openedAt,
  });
  invariant(
    opened.ok || opened.refusal.code === 'economy.already_open',
    'the general economy opens',
  );
  // Each step looks for what it makes: a first start may have been killed after any of them.
  const [first] = DEMO_GOODS;
  invariant(first !== undefined, 'the demo has goods');
  const shelved = await context.transaction(tenant.id, (tx) =>
    pricesOf(tx, tenant.id, [skuId(first, 0)]),
  );
  if (shelved.size > 0) return;
  const numbers = DEMO_MERCHANTS.map((_, index) => BigInt(index + 1));
  const known = await context.transaction(tenant.id, (tx) => merchantNames(tx, tenant.id, numbers));
  for (const merchant of DEMO_MERCHANTS.slice(known.size)) {
    await openMerchant(context, tenant, merchant);
  }
  const products = DEMO_GOODS.map((good, index) => productOf(good, numbers, index));
  const created = await createProducts(context, tenant, products);
  invariant(created.ok, 'the general goods are put up');
}

function productOf(good: DemoGood, merchants: readonly bigint[], index: number): NewProduct {
  return {
    id: derivedUuid(SEED, 'product', good.reference),
    merchant: merchants[good.merchant] ?? 1n,
    title: good.title,
    titleEn: good.titleEn,
    description: good.description,
    descriptionEn: good.descriptionEn,
    category: good.category,
    cover: { category: good.cover, seed: 100 + index, imageUrl: null },
    skus: good.variants.map(([title, titleEn, yuan], variant) => ({
      id: skuId(good, variant),
      title,
      titleEn,
      price: fen(BigInt(yuan) * 100n),
      supply: { kind: 'supply_price', price: fen(BigInt(yuan) * BigInt(good.supplyPercent)) },
      stock: 500n,
    })),
  };
}

function skuId(good: DemoGood, variant: number): string {
  return derivedUuid(SEED, 'sku', `${good.reference} ${variant}`);
}

/** One purchase of one or two articles, in one merchant's shop; every ninth is the demo member's. */
async function buy(
  context: Context,
  tenant: Tenant,
  order: { readonly n: number; readonly draw: Draw; readonly until: Until },
): Promise<void> {
  const { n, draw } = order;
  const merchant = draw(DEMO_MERCHANTS.length);
  const goods = DEMO_GOODS.filter((good) => good.merchant === merchant);
  const chosen = [goods[draw(goods.length)], ...(draw(3) === 0 ? [goods[draw(goods.length)]] : [])];
  const lines = [...new Set(chosen)].flatMap((good) => {
    if (good === undefined) return [];
    return [{ skuId: skuId(good, draw(good.variants.length)), quantity: BigInt(1 + draw(2)) }];
  });
  const buyer = draw(BUYERS);
  await context.transaction(tenant.id, async (tx) => {
    // An earlier run that was interrupted had its events applied before this one began.
    const source = { type: 'order_paid', id: orderIdOf(n, merchant + 1) };
    if ((await outcomeOf(tx, tenant.id, source)) !== null) return;
    const { member } =
      n % 9 === 4
        ? await memberOfPhone(context, tx, tenant, internationalPhone(DEMO_MEMBER))
        : await memberOfReference(context, tx, tenant, `buyer ${buyer}`);
    const reference = String(n);
    await purchase(context, tx, tenant, {
      member,
      lines,
      seed: SEED,
      reference,
      until: order.until,
    });
  });
}

function orderIdOf(n: number, merchant: number): string {
  return derivedUuid(SEED, 'order', `${n} ${merchant}`);
}

/** The demo's people, with their roles. */
export async function enrolPeople(context: Context, tenant: Tenant): Promise<void> {
  for (const { phone, role } of DEMO_PEOPLE) {
    await enrol(context, tenant, {
      phone,
      ...(role === 'member' ? {} : { roles: [role] }),
      ...(role === 'merchant' ? { merchant: 1n } : {}),
    });
  }
}

/** So many minutes after the local midnight that begins `day`. */
function minutesInto(day: string, zone: string, minutes: number): string {
  return new Date(Date.parse(startOfDay(day, zone)) + minutes * 60_000).toISOString();
}
