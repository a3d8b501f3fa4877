import { valueRoutes } from '@tuodi/wire';
import type { value } from '@tuodi/wire';
import type { z } from 'zod';
import { actorOf, keyOf, Problem, valueOf } from '../http/index.ts';
import type { App, Http } from '../http/index.ts';
import { claimDividend } from './service/claim.ts';
import { findSale, previewSale, sellPoints } from './service/sell.ts';
import type { MemberAct, PointsToSell } from './service/sell.ts';
import { WriterBusy } from './tenant-writer.ts';

/** What members do with their points. The outcome of the event is the record of its key. */
export function addEconomyRoutes(app: App): void {
  app.openapi(valueRoutes.previewSale, async (http) => {
    const { context, tenant } = http.var;
    const { member } = await actorOf(http);
    const points = pointsOf(http.req.valid('json'));
    const preview = await previewSale(context, tenant.id, { memberNumber: member, points });
    return http.json(valueOf(preview), 200);
  });

  app.openapi(valueRoutes.sellPoints, async (http) => {
    const { context, tenant } = http.var;
    const points = pointsOf(http.req.valid('json'));
    const act = { ...(await actOf(http)), points };
    const sold = await orBusy(sellPoints(context, tenant.id, act));
    return http.json(valueOf(sold), 201);
  });

  app.openapi(valueRoutes.getSale, async (http) => {
    const { context, tenant } = http.var;
    const { member } = await actorOf(http);
    const seq = BigInt(http.req.valid('param').saleId);
    return http.json(
      valueOf(await findSale(context, tenant.id, { memberNumber: member, seq })),
      200,
    );
  });

  app.openapi(valueRoutes.claimDividend, async (http) => {
    const { context, tenant } = http.var;
    const claimed = await orBusy(claimDividend(context, tenant.id, await actOf(http)));
    return http.json(valueOf(claimed), 201);
  });
}

async function actOf(http: Http): Promise<MemberAct> {
  const { context, tenant } = http.var;
  const { member } = await actorOf(http);
  const idempotencyKey = keyOf(http.req.header('idempotency-key'));
  return { memberNumber: member, idempotencyKey, at: context.clock.now(tenant) };
}

function pointsOf({ points }: z.infer<typeof value.SellPoints>): PointsToSell {
  return points === 'all' ? 'all' : BigInt(points.amount);
}

/** A writer that is overloaded or away: come back in a second. */
async function orBusy<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof WriterBusy) throw new Problem('http.busy', { retryAfter: 1 });
    throw error;
  }
}
