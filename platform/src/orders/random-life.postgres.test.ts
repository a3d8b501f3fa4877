import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { accountId } from '@tuodi/ledger';
import { balancesOfAll } from '../ledger/index.ts';
import { askGateway } from '../payments/index.ts';
import type { GatewayCallback } from '../payments/index.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { cancelOrder, receiveOrder, refundOrder, shipOrder } from './index.ts';
import { directly, STARTS, TestMall } from './mall.fixture.ts';

let database: TestDatabase;
let malls = 0;

before(async () => {
  database = await createTestDatabase();
  await database.context.economy.start('on demand');
});
after(() => database.close());

/** What anybody may try at any time; `which` picks among what is there. */
const place = fc.record({
  verb: fc.constantFrom('place' as const, 'receive all' as const),
  member: fc.nat(2),
  quantities: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
});
const cashier = fc.record({
  verb: fc.constantFrom('pay' as const, 'pay' as const, 'fail' as const),
  which: fc.nat(),
});
const delivery = fc.record({
  verb: fc.constantFrom('ship' as const, 'receive' as const),
  which: fc.nat(),
});
const cancel = fc.record({ verb: fc.constant('cancel' as const), which: fc.nat() });
const refund = fc.record({
  verb: fc.constant('refund' as const),
  which: fc.nat(),
  position: fc.integer({ min: 1, max: 3 }),
  quantity: fc.integer({ min: 1, max: 4 }),
});
const wait = fc.record({ verb: fc.constant('wait' as const), hours: fc.constantFrom(1, 30, 200) });
const act = fc.oneof(
  { arbitrary: place, weight: 3 },
  { arbitrary: cashier, weight: 6 },
  { arbitrary: delivery, weight: 4 },
  { arbitrary: cancel, weight: 1 },
  { arbitrary: refund, weight: 4 },
  { arbitrary: wait, weight: 2 },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** One mall in which anything is tried; refusals are part of life. */
class Life {
  readonly mall: TestMall;
  readonly #members: readonly bigint[];
  readonly #skus: readonly string[];
  readonly #callbacks: GatewayCallback[] = [];
  readonly #orders: string[] = [];
  #clock = Date.parse(STARTS);

  constructor(mall: TestMall, members: readonly bigint[], skus: readonly string[]) {
    this.mall = mall;
    this.#members = members;
    this.#skus = skus;
  }

  static async open(): Promise<Life> {
    malls += 1;
    const mall = await TestMall.open(database.context, `random-${malls}`);
    const goods = { stock: 30n, supply: { kind: 'margin', basisPoints: 4_500n } } as const;
    const skus = [
      await mall.sku({ ...goods, price: 1_999n, merchant: mall.merchants[0] }),
      await mall.sku({ ...goods, price: 777n, merchant: mall.merchants[1] }),
      await mall.sku({ ...goods, price: 101n, merchant: mall.merchants[0] }),
    ];
    const names = ['ann', 'bob', 'cho'];
    return new Life(mall, await Promise.all(names.map((name) => mall.member(name))), skus);
  }

  async try(one: Act): Promise<void> {
    switch (one.verb) {
      case 'place':
      case 'receive all':
        return this.#place(one);
      case 'wait':
        this.#clock += one.hours * 3_600_000;
        return this.mall.advance(new Date(this.#clock).toISOString());
      case 'pay':
      case 'fail':
        return this.#callBack(one.verb, pick(this.#callbacks, one.which));
      case 'ship':
      case 'receive':
      case 'cancel':
      case 'refund':
        return this.#touch(one, pick(this.#orders, one.which));
    }
  }

  async #place(one: Act & { verb: 'place' | 'receive all' }): Promise<void> {
    const lines = one.quantities.map((quantity, index) => ({
      skuId: this.#skus[(index + one.member) % this.#skus.length] ?? '',
      quantity: BigInt(quantity),
    }));
    const outcome = await this.mall.place({ member: this.#members[one.member] ?? 0n, lines });
    if (!outcome.ok) return;
    const orderIds = outcome.value.orders.map((order) => order.id);
    this.#orders.push(...orderIds);
    // Two visits to the cashier: either may be paid, or both.
    const callbacks = [
      await this.mall.attempt(outcome.value),
      await this.mall.attempt(outcome.value),
    ];
    this.#callbacks.push(...callbacks);
    if (one.verb === 'place') return;
    await this.#callBack('pay', callbacks[0]);
    for (const orderId of orderIds) {
      await this.#touch({ verb: 'ship', which: 0 }, orderId);
      await this.#touch({ verb: 'receive', which: 0 }, orderId);
    }
  }

  async #callBack(verb: 'pay' | 'fail', callback: GatewayCallback | undefined): Promise<void> {
    if (callback === undefined) return;
    const kind = verb === 'pay' ? 'payment_succeeded' : 'payment_failed';
    assert.ok((await this.mall.confirm({ ...callback, kind })).ok);
  }

  async #touch(
    one: Exclude<Act, { verb: 'place' | 'receive all' | 'wait' | 'pay' | 'fail' }>,
    orderId: string | undefined,
  ): Promise<void> {
    if (orderId === undefined) return;
    const { context } = database;
    const tenant = await this.mall.tenant();
    const order = { orderId, scope: {} };
    await context.transaction<unknown>(this.mall.id, (tx) => {
      switch (one.verb) {
        case 'ship':
          return shipOrder(context, tx, tenant, { ...order, carrier: 'SF', tracking: '1' });
        case 'receive':
          return receiveOrder(context, tx, tenant, order);
        case 'cancel':
          return cancelOrder(context, tx, tenant, { ...order, reason: '' });
        case 'refund': {
          const lines = [{ position: one.position, quantity: BigInt(one.quantity) }];
          return refundOrder(context, tx, tenant, { ...order, lines, reason: '' });
        }
      }
    });
  }

  /** Log, journal, stock and refunds agree, and orders with their refunds. */
  async assertBooks(): Promise<void> {
    await this.mall.assertBooks();
    const off = await database.context.transaction(this.mall.id, (tx) =>
      tx.query(
        `select orders.number
         from orders
         left join lateral (
           select sum(amount_fen) as amount
           from refunds
           where refunds.tenant_id = orders.tenant_id and refunds.order_id = orders.id
         ) as given on true
         left join lateral (
           select sum(price_fen * refunded_quantity) as amount
           from order_lines
           where order_lines.tenant_id = orders.tenant_id and order_lines.order_id = orders.id
         ) as line on true
         where orders.tenant_id = $1
           and (orders.refunded_fen <> coalesce(given.amount, 0)
             or orders.refunded_fen <> line.amount
             or (orders.refunded_fen = orders.amount_fen) <> (orders.state = 'refunded'))`,
        [this.mall.id],
      ),
    );
    assert.deepEqual(off, []);
  }

  /** Everything is paid out: what the gateway holds is what nobody got back. */
  async assertGateway(): Promise<void> {
    const { context } = database;
    await context.economy.drain(this.mall.id);
    await askGateway(context, await this.mall.tenant(), directly(context));
    const { legs, received, returned } = await context.transaction(this.mall.id, async (tx) => {
      const sums = await tx.first<{ received: bigint; returned: bigint }>(
        `select
           (select coalesce(sum(amount_fen), 0) from payment_receipts where tenant_id = $1)
             as received,
           (select coalesce(sum(amount_fen), 0) from payment_refunds
            where tenant_id = $1 and state = 'confirmed') as returned`,
        [this.mall.id],
      );
      const books = await balancesOfAll(tx, this.mall.id);
      return { ...books, received: sums?.received ?? 0n, returned: sums?.returned ?? 0n };
    });
    assert.equal(legs.get(accountId('gateway:1'))?.balance ?? 0n, returned - received);
    assert.equal(legs.get(accountId('refund_due'))?.balance ?? 0n, 0n);
  }
}

function pick<Item>(items: readonly Item[], which: number): Item | undefined {
  return items.length === 0 ? undefined : items[which % items.length];
}

// MUST: whatever shoppers, shops and gateways do, in whatever order, the books agree.
test('the books agree whatever is tried, and every fen that goes back reaches the gateway', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 30, maxLength: 60 }), async (acts) => {
      const life = await Life.open();
      for (const [index, one] of acts.entries()) {
        await life.try(one);
        if (index % 10 === 9) await life.assertBooks();
      }
      await life.assertGateway();
      await life.assertBooks();
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
