import { done } from '@tuodi/outcome';
import { orderRoutes, orders } from '@tuodi/wire';
import { actorOf, actorWithRole, answerTo, claimOf, Problem, valueOf } from '../../http/index.ts';
import type { App, Http } from '../../http/index.ts';
import { once } from '../../idempotency/index.ts';
import { refundOnWire } from '../on-wire.ts';
import type { Scope } from '../order.ts';
import { shipOrder } from '../service/deliver-order.ts';
import { refundLines } from '../service/refund-order.ts';
import { showTransfer } from '../service/show-transfer.ts';
import { actOnOrder, readDetail, readPage } from './answer.ts';

/** What merchants (their own orders) and operators (all) do. */
export function addConsoleRoutes(app: App): void {
  app.openapi(orderRoutes.listConsoleOrders, async (http) =>
    http.json(await readPage(http, await scopeOf(http), http.req.valid('query')), 200),
  );
  app.openapi(orderRoutes.getConsoleOrder, async (http) => {
    const scope = await scopeOf(http);
    const { orderId } = http.req.valid('param');
    return http.json(await readDetail(http, { orderId, scope }), 200);
  });
  app.openapi(orderRoutes.shipOrder, async (http) => {
    const { context, tenant } = http.var;
    const order = { orderId: http.req.valid('param').orderId, scope: await scopeOf(http) };
    const input = http.req.valid('json');
    const detail = await actOnOrder(http, input, {
      order,
      does: (tx) => shipOrder(context, tx, tenant, { ...order, ...input }),
    });
    return http.json(detail, 200);
  });
  app.openapi(orderRoutes.createRefund, async (http) => {
    const { context, tenant } = http.var;
    const scope = await scopeOf(http);
    const { orderId } = http.req.valid('param');
    const input = http.req.valid('json');
    const claim = await claimOf(http, input, (kept) => orders.Refund.parse(kept));
    const lines = input.lines.map(({ lineId, quantity }) => ({
      lineId,
      quantity: BigInt(quantity),
    }));
    const outcome = await once(context, claim, async (tx) => {
      const request = { orderId, scope, lines, reason: input.reason };
      const refunded = await refundLines(context, tx, tenant, request);
      return refunded.ok ? done(refundOnWire(refunded.value, new Set())) : refunded;
    });
    return http.json(answerTo(http, valueOf(outcome)), 201);
  });
  app.openapi(orderRoutes.getTransfer, async (http) => {
    const { context, tenant } = http.var;
    const actor = await actorOf(http);
    const { transferId } = http.req.valid('param');
    const found = await context.snapshot(tenant.id, (tx) =>
      showTransfer(tx, tenant.id, { transferId, actor }),
    );
    if (found === null) throw new Problem('ledger.unknown_transfer');
    return http.json(found, 200);
  });
}

/** The orders that somebody of the console may see. @throws {Problem} 401, or 403 for members. */
async function scopeOf(http: Http): Promise<Scope> {
  const actor = await actorWithRole(http, 'merchant', 'operator');
  if (actor.roles.includes('operator')) return {};
  if (actor.merchant === null) throw new Problem('identity.role_missing');
  return { merchant: actor.merchant };
}
