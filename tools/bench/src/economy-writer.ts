import { openLog } from '@tuodi/platform/observability';
import { derivedUuid, readConfig } from '@tuodi/platform';
import type { OpenedContext } from '@tuodi/platform';
import { openMerchant, createProducts } from '@tuodi/platform/catalog';
import { openEconomy, submitEconomyEvents } from '@tuodi/platform/economy';
import type { SubmittedEvent } from '@tuodi/platform/economy';
import { memberOfReference } from '@tuodi/platform/identity';
import { openContext } from '@tuodi/platform/operator';
import { settleDue } from '@tuodi/platform/orders';
import { purchase } from '@tuodi/platform/seeds';
import { addDays, dayOf, endOfDay, moveClock, openTenant } from '@tuodi/platform/tenancy';
import type { Tenant } from '@tuodi/platform/tenancy';
import { fen } from '@tuodi/amount';
import { round } from './bench.ts';
import type { Bench, Figures } from './bench.ts';
import { cpuSeconds } from './server/cpu-seconds.ts';
import { makeDataFolder, removeDataFolder } from './server/running-server.ts';

const SETTLED = 20_000;
/** What arrives while the batch before is committed, when a tenant is this hot. */
const SUBMITTED_AT_ONCE = 2_000;
const REAL_ORDERS = 3_000;
const BUYERS = 500;
const BASELINE_MS = 6_000;
const LEAST_RATIO = 10;
const STARTS = '2026-01-01T08:00:00.000Z';

/**
 * Settlements of one hot tenant per second, through inbox and writer, on a real PostgreSQL that
 * syncs to its disk. The baseline writes the same rows (state, log, transfer, accounts, order,
 * outcome) with the same code on the same database in one transaction per order, each awaited.
 */
export const economyWriter: Bench = {
  name: 'economy-writer',
  about: 'settled orders per second of one hot tenant, against one transaction per order',
  async *run() {
    const folder = makeDataFolder();
    const log = openLog('fatal');
    const config = readConfig({ TUODI_DATA_DIR: folder, TUODI_INSTALLATION: 'test' });
    const context = await openContext({ config, log, stay: 'server' });
    try {
      await context.economy.start('on demand');
      const shop = await HotShop.open(context);
      await shop.oneByOne(1_000); // warms connections, plans and the compiler up
      const first = await shop.oneByOne(BASELINE_MS / 2);
      const batched = await shop.throughInbox(SETTLED);
      const second = await shop.oneByOne(BASELINE_MS / 2);
      const baseline = (first + second) / 2;
      yield rowOf('economy events alone', batched, baseline);
      const real = await shop.realOrders(REAL_ORDERS);
      yield rowOf('real orders: due ones found and marked, submitted, settled', real, baseline);
    } finally {
      await context.close();
      removeDataFolder(folder);
    }
  },
};

interface Settled {
  readonly orders: number;
  readonly seconds: number;
  /** Processor seconds of this process and of the database's sessions. */
  readonly cpu: { readonly writer: number; readonly database: number };
}

function rowOf(what: string, settled: Settled, baseline: number): Figures {
  const { orders, seconds, cpu } = settled;
  const rate = orders / seconds;
  return {
    what,
    ordersPerSecond: Math.round(rate),
    orders,
    cpuMicrosecondsPerOrder: {
      writer: Math.round((cpu.writer / orders) * 1e6),
      database: Math.round((cpu.database / orders) * 1e6),
    },
    baseline: 'one transaction per order, the same rows, same database',
    baselinePerSecond: Math.round(baseline),
    ratio: round(rate / baseline),
    ok: rate / baseline >= LEAST_RATIO,
  };
}

class HotShop {
  readonly #context: OpenedContext;
  #tenant: Tenant;
  readonly #skuId: string;
  readonly #members: readonly bigint[];
  #placed = 0;

  private constructor(
    context: OpenedContext,
    shop: { tenant: Tenant; skuId: string; members: readonly bigint[] },
  ) {
    this.#context = context;
    this.#tenant = shop.tenant;
    this.#skuId = shop.skuId;
    this.#members = shop.members;
  }

  static async open(context: OpenedContext): Promise<HotShop> {
    const opened = await openTenant(context, {
      ...{ slug: 'hot', name: 'hot', profile: 'document' },
      clockStartsAt: STARTS,
    });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const tenant = opened.value;
    const economy = await openEconomy(context, tenant.id, { policy: {}, at: STARTS });
    if (!economy.ok) throw new Error(economy.refusal.code);
    const members = await context.transaction(tenant.id, async (tx) => {
      const numbers: bigint[] = [];
      for (let n = 0; n < BUYERS; n += 1) {
        numbers.push((await memberOfReference(context, tx, tenant, `buyer ${n}`)).member);
      }
      return numbers;
    });
    return new HotShop(context, { tenant, skuId: await putUp(context, tenant), members });
  }

  /** One settlement after the other, each in a transaction of its own. @returns how many a second. */
  async oneByOne(milliseconds: number): Promise<number> {
    const ids = await this.#placeEvents(Math.ceil(milliseconds * 2));
    const started = performance.now();
    let done = 0;
    for (const id of ids) {
      if (performance.now() - started > milliseconds) break;
      const { outcome } = await this.#context.economy.perform(this.#tenant.id, {
        source: { type: 'bench_settled', id },
        at: STARTS,
        event: { type: 'settle', order: id },
      });
      if (!outcome.ok) throw new Error(`a settlement is refused: ${outcome.reason}`);
      done += 1;
    }
    return (done / (performance.now() - started)) * 1000;
  }

  /** The same settlements, submitted to the inbox and applied by the writer in its batches. */
  async throughInbox(count: number): Promise<Settled> {
    const ids = await this.#placeEvents(count);
    return this.#timed(async () => {
      await this.#submitAndDrain(
        ids.map((id) => eventOf('bench_settled', id, { type: 'settle', order: id })),
      );
      return count;
    });
  }

  /** Orders of the shop itself, from the end of their window to settled. */
  async realOrders(count: number): Promise<Settled> {
    for (let from = 0; from < count; from += 100)
      await this.#buy(from, Math.min(100, count - from));
    await this.#context.economy.drain(this.#tenant.id);
    const { returnWindowDays, zone } = this.#tenant;
    const day = addDays(dayOf(STARTS, zone), returnWindowDays);
    const to = endOfDay(day, zone);
    const moved = await moveClock(this.#context, { tenantId: this.#tenant.id, to });
    if (!moved.ok) throw new Error(moved.refusal.code);
    this.#tenant = moved.value;
    const settled = await this.#timed(async () => {
      const due = await settleDue(this.#context, this.#tenant, day);
      await this.#context.economy.drain(this.#tenant.id);
      return due;
    });
    if (settled.orders !== count) throw new Error(`${settled.orders} of ${count} orders were due`);
    return settled;
  }

  /** @param work answers how many orders it has settled. */
  async #timed(work: () => Promise<number>): Promise<Settled> {
    const database = { parent: this.#context.database.pid ?? 0 };
    const before = { writer: process.cpuUsage(), database: cpuSeconds(database) };
    const started = performance.now();
    const orders = await work();
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before.writer);
    const cpu = {
      writer: (user + system) / 1e6,
      database: cpuSeconds(database) - before.database,
    };
    return { orders, seconds, cpu };
  }

  async #buy(first: number, count: number): Promise<void> {
    await this.#context.transaction(this.#tenant.id, async (tx) => {
      for (let n = first; n < first + count; n += 1) {
        await purchase(this.#context, tx, this.#tenant, {
          member: this.#members[n % this.#members.length] ?? 1n,
          lines: [{ skuId: this.#skuId, quantity: 1n }],
          seed: 'hot',
          reference: String(n),
          until: 'received',
        });
      }
    });
  }

  /** Orders that the economy knows and nobody else does: open, waiting to be settled. */
  async #placeEvents(count: number): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, () => {
      this.#placed += 1;
      return derivedUuid('hot', 'event order', String(this.#placed));
    });
    const events = ids.map((id, index) =>
      eventOf('bench_placed', id, {
        ...{ type: 'order', id, amount: '100', margin: '45', merchant: '1' },
        user: String(this.#members[(index * 7) % this.#members.length] ?? 1n),
      }),
    );
    await this.#submitAndDrain(events);
    return ids;
  }

  async #submitAndDrain(events: readonly SubmittedEvent[]): Promise<void> {
    for (let from = 0; from < events.length; from += SUBMITTED_AT_ONCE) {
      const some = events.slice(from, from + SUBMITTED_AT_ONCE);
      await this.#context.transaction(this.#tenant.id, (tx) =>
        submitEconomyEvents(tx, this.#tenant.id, some),
      );
      await this.#context.economy.drain(this.#tenant.id);
    }
  }
}

function eventOf(
  sourceType: string,
  sourceId: string,
  event: SubmittedEvent['event'],
): SubmittedEvent {
  return { sourceType, sourceId, at: STARTS, event };
}

async function putUp(context: OpenedContext, tenant: Tenant): Promise<string> {
  const merchant = await openMerchant(context, tenant, { name: 'Old Cellar' });
  const skuId = context.random.uuid();
  const sku = { id: skuId, title: 'Bottle', titleEn: null, price: fen(10_000n) };
  const supply = { kind: 'supply_price' as const, price: fen(5_500n) };
  const created = await createProducts(context, tenant, [
    {
      ...{ id: context.random.uuid(), merchant, title: 'Rice wine', titleEn: null },
      ...{ description: '', descriptionEn: null, category: 'wine' },
      cover: { category: 'bottle' as const, seed: 1, imageUrl: null },
      skus: [{ ...sku, supply, stock: 1_000_000n }],
    },
  ]);
  if (!created.ok) throw new Error(created.refusal.code);
  return skuId;
}
