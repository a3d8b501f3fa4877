import assert from 'node:assert/strict';
import { fen } from '@tuodi/amount';
import { auditTenant } from '../audit/index.ts';
import { createProducts, openMerchant } from '../catalog/index.ts';
import type { SupplyRule } from '../catalog/index.ts';
import type { Context } from '../context.ts';
import { openEconomy } from '../economy/index.ts';
import { memberOfReference } from '../identity/index.ts';
import { advanceClock } from '../jobs/index.ts';
import type { Deliver, GatewayCallback } from '../payments/index.ts';
import { openAttempt } from '../payments/index.ts';
import { availableOf } from '../stock/index.ts';
import { openTenant, reloadTenant } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { confirmPayment, placeCheckout, receiveOrder, shipOrder } from './index.ts';
import type { PlaceCheckout, PlacedCheckout } from './index.ts';

/** Thursday, 1 January 2026, 16:00 in Shanghai. */
export const STARTS = '2026-01-01T08:00:00.000Z';

/** Delivers the simulated gateway's callbacks straight to the verb that its route calls. */
export function directly(context: Context): Deliver {
  return async (tenant, callback) => {
    const outcome = await confirmPayment(context, tenant, { callback });
    assert.ok(outcome.ok, 'a callback of the simulator is understood');
  };
}

/** One mall of a test: a clock that stands, two merchants, members by name, goods by need. */
export class TestMall {
  readonly context: Context;
  readonly id: number;
  readonly merchants: readonly [bigint, bigint];

  private constructor(context: Context, id: number, merchants: readonly [bigint, bigint]) {
    this.context = context;
    this.id = id;
    this.merchants = merchants;
  }

  static async open(
    context: Context,
    slug: string,
    policy: Readonly<Record<string, string>> = {},
  ): Promise<TestMall> {
    const opened = await openTenant(context, {
      slug,
      name: slug,
      profile: 'document',
      clockStartsAt: STARTS,
    });
    assert.ok(opened.ok);
    const tenant = opened.value;
    assert.ok((await openEconomy(context, tenant.id, { policy, at: STARTS })).ok);
    const first = await openMerchant(context, tenant, { name: 'Old Cellar' });
    const second = await openMerchant(context, tenant, { name: 'Tea House' });
    return new TestMall(context, tenant.id, [first, second]);
  }

  tenant(): Promise<Tenant> {
    return reloadTenant(this.context, this.id);
  }

  async member(name: string): Promise<bigint> {
    const tenant = await this.tenant();
    return this.context.transaction(this.id, async (tx) => {
      const { member } = await memberOfReference(this.context, tx, tenant, name);
      return member;
    });
  }

  /** A product with one SKU. @returns the SKU's id. */
  async sku(
    more: { price?: bigint; supply?: SupplyRule; stock?: bigint; merchant?: bigint } = {},
  ): Promise<string> {
    const skuId = this.context.random.uuid();
    const created = await createProducts(this.context, await this.tenant(), [
      {
        id: this.context.random.uuid(),
        merchant: more.merchant ?? this.merchants[0],
        title: 'Rice wine',
        titleEn: null,
        description: '',
        descriptionEn: null,
        category: 'wine',
        cover: { category: 'bottle', seed: 1, imageUrl: null },
        skus: [
          {
            id: skuId,
            title: 'Bottle',
            titleEn: null,
            price: fen(more.price ?? 10_000n),
            supply: more.supply ?? { kind: 'supply_price', price: fen(5_500n) },
            stock: more.stock ?? 100n,
          },
        ],
      },
    ]);
    assert.ok(created.ok);
    return skuId;
  }

  async place(input: PlaceCheckout): Promise<Awaited<ReturnType<typeof placeCheckout>>> {
    const tenant = await this.tenant();
    return this.context.transaction(this.id, (tx) =>
      placeCheckout(this.context, tx, tenant, input),
    );
  }

  /** A checkout that is accepted. */
  async placed(input: PlaceCheckout): Promise<PlacedCheckout> {
    const outcome = await this.place(input);
    assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.code);
    return outcome.value;
  }

  /** A visit to the cashier, and the callback that would pay it. */
  async attempt(checkout: PlacedCheckout): Promise<GatewayCallback> {
    const tenant = await this.tenant();
    const at = this.context.clock.now(tenant);
    const opened = await this.context.transaction(this.id, (tx) =>
      openAttempt(tx, this.id, {
        id: this.context.random.uuid(),
        paymentId: checkout.payment.id,
        member: checkout.member,
        at,
      }),
    );
    assert.ok(opened.ok);
    return {
      id: `gateway-${opened.value.id}`,
      attemptId: opened.value.id,
      kind: 'payment_succeeded',
      amount: { amount: String(checkout.total), asset: 'CNY/2' },
      at,
    };
  }

  async confirm(callback: GatewayCallback): Promise<Awaited<ReturnType<typeof confirmPayment>>> {
    return confirmPayment(this.context, await this.tenant(), { callback });
  }

  /** A paid checkout. */
  async paid(input: PlaceCheckout): Promise<PlacedCheckout> {
    const checkout = await this.placed(input);
    const outcome = await this.confirm(await this.attempt(checkout));
    assert.deepEqual(outcome, { ok: true, value: 'accepted' });
    return checkout;
  }

  /** A checkout whose orders were all shipped and received now. */
  async received(input: PlaceCheckout): Promise<PlacedCheckout> {
    const checkout = await this.paid(input);
    const tenant = await this.tenant();
    for (const { id: orderId } of checkout.orders) {
      await this.context.transaction(this.id, async (tx) => {
        const order = { orderId, scope: {} };
        const parcel = { carrier: 'SF', tracking: 'SF1' };
        assert.ok((await shipOrder(this.context, tx, tenant, { ...order, ...parcel })).ok);
        assert.ok((await receiveOrder(this.context, tx, tenant, order)).ok);
      });
    }
    return checkout;
  }

  /** Moves the clock, doing what becomes due on the way. */
  async advance(to: string): Promise<void> {
    const moved = await advanceClock(this.context, await this.tenant(), {
      to,
      deliver: directly(this.context),
    });
    assert.ok(moved.ok);
  }

  available(skuId: string): Promise<bigint | undefined> {
    return this.context.transaction(this.id, async (tx) =>
      (await availableOf(tx, this.id, [skuId])).get(skuId),
    );
  }

  /** Log, journal, stock and refunds agree with each other. */
  async assertBooks(): Promise<void> {
    await this.context.economy.drain(this.id);
    const findings = await auditTenant(this.context, this.id);
    assert.ok(findings.length > 0);
    for (const { check, differences } of findings) assert.deepEqual(differences, [], check);
  }
}
