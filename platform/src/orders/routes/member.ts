import { orderRoutes } from '@tuodi/wire';
import { actorOf } from '../../http/index.ts';
import type { App } from '../../http/index.ts';
import { cancelOrder } from '../service/cancel-order.ts';
import { receiveOrder } from '../service/deliver-order.ts';
import { actOnOrder, readDetail, readPage } from './answer.ts';

/** What a member does with their own orders. */
export function addMemberRoutes(app: App): void {
  app.openapi(orderRoutes.listMyOrders, async (http) => {
    const { member } = await actorOf(http);
    return http.json(await readPage(http, { member }, http.req.valid('query')), 200);
  });
  app.openapi(orderRoutes.getMyOrder, async (http) => {
    const { member } = await actorOf(http);
    const { orderId } = http.req.valid('param');
    return http.json(await readDetail(http, { orderId, scope: { member } }), 200);
  });
  app.openapi(orderRoutes.cancelOrder, async (http) => {
    const { context, tenant } = http.var;
    const { member } = await actorOf(http);
    const { orderId } = http.req.valid('param');
    const input = http.req.valid('json');
    const order = { orderId, scope: { member } };
    const detail = await actOnOrder(http, input, {
      order,
      does: (tx) => cancelOrder(context, tx, tenant, { ...order, reason: input.reason }),
    });
    return http.json(detail, 200);
  });
  app.openapi(orderRoutes.receiveOrder, async (http) => {
    const { context, tenant } = http.var;
    const { member } = await actorOf(http);
    const { orderId } = http.req.valid('param');
    const order = { orderId, scope: { member } };
    const detail = await actOnOrder(http, null, {
      order,
      does: (tx) => receiveOrder(context, tx, tenant, order),
    });
    return http.json(detail, 200);
  });
}
