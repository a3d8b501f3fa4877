import { fen } from '@tuodi/amount';
import { done } from '@tuodi/outcome';
import { orderRoutes, orders } from '@tuodi/wire';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { actorOf, answerTo, claimOf, Problem, valueOf } from '../../http/index.ts';
import type { App } from '../../http/index.ts';
import { once } from '../../idempotency/index.ts';
import { findMember } from '../../identity/index.ts';
import { checkoutOnWire } from '../on-wire.ts';
import { prepareNumbers } from '../order-numbers.ts';
import type { WantedLine } from '../price-lines.ts';
import { findCheckout } from '../service/find-checkout.ts';
import { placeCheckout } from '../service/place-checkout.ts';
import { previewCheckout } from '../service/preview-checkout.ts';

type Input = z.infer<typeof orders.CreateCheckout>;

export function addCheckoutRoutes(app: App): void {
  app.openapi(orderRoutes.previewCheckout, async (http) => {
    const { context, tenant } = http.var;
    const lines = wantedLines(http.req.valid('json'));
    const outcome = await context.snapshot(tenant.id, (tx) => previewCheckout(tx, tenant, lines));
    return http.json(valueOf(outcome), 200);
  });
  app.openapi(orderRoutes.createCheckout, async (http) => {
    const { context, tenant } = http.var;
    const { member } = await actorOf(http);
    const input = http.req.valid('json');
    const claim = await claimOf(http, input, (kept) => orders.Checkout.parse(kept));
    const referrer = await referrerOf(context, tenant.id, input.referrer);
    const total = input.expectedTotal?.amount;
    const expectedTotal = total === undefined ? undefined : fen(BigInt(total));
    const request = { member, referrer, expectedTotal, lines: wantedLines(input) };
    await prepareNumbers(context, tenant);
    const outcome = await once(context, claim, async (tx) => {
      const placed = await placeCheckout(context, tx, tenant, request);
      return placed.ok ? done(checkoutOnWire(placed.value)) : placed;
    });
    return http.json(answerTo(http, valueOf(outcome)), 201);
  });
  app.openapi(orderRoutes.getCheckout, async (http) => {
    const { context, tenant } = http.var;
    const { member } = await actorOf(http);
    const { checkoutId: id } = http.req.valid('param');
    const found = await context.snapshot(tenant.id, (tx) =>
      findCheckout(tx, tenant.id, { id, member }),
    );
    if (found === null) throw new Problem('orders.unknown_checkout');
    return http.json(checkoutOnWire(found), 200);
  });
}

function wantedLines(input: Input): readonly WantedLine[] {
  return input.lines.map(({ skuId, quantity }) => ({
    // PostgreSQL answers uuids in lower case.
    skuId: skuId.toLowerCase(),
    quantity: BigInt(quantity),
  }));
}

/** @throws {Problem} 422 where the tenant has no member of that number. */
async function referrerOf(
  context: Context,
  tenantId: number,
  referrer: string | undefined,
): Promise<bigint | null> {
  if (referrer === undefined) return null;
  if (/^[1-9]\d{0,17}$/.test(referrer)) {
    const found = await findMember(context, tenantId, BigInt(referrer));
    if (found.ok) return found.value.member;
  }
  throw new Problem('orders.unknown_referrer');
}
