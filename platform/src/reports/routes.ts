import { valueRoutes } from '@tuodi/wire';
import type { Context } from '../context.ts';
import { actorOf, actorWithRole, decodeCursor, encodeCursor } from '../http/index.ts';
import type { App, CursorList } from '../http/index.ts';
import { readBoard, readLog, readOverview } from './console.ts';
import { readActivity, readPrices, readValue } from './value.ts';

/** After every place of the log: where a first page begins. */
const END = 2n ** 62n;

export function addReportRoutes(app: App): void {
  app.openapi(valueRoutes.getValue, async (http) => {
    const { context, tenant } = http.var;
    const { member } = await actorOf(http);
    return http.json(await readValue(context, tenant, member), 200);
  });

  app.openapi(valueRoutes.getPrices, async (http) => {
    const { context, tenant } = http.var;
    return http.json(await readPrices(context, tenant, http.req.valid('query').days), 200);
  });

  app.openapi(valueRoutes.listActivity, async (http) => {
    const { context, tenant } = http.var;
    const { member } = await actorOf(http);
    const { cursor, limit } = http.req.valid('query');
    const list = { tenantId: tenant.id, list: `activity of member ${String(member)}` };
    const before = placeOf(context, list, cursor);
    const items = await context.snapshot(tenant.id, (tx) =>
      readActivity(tx, tenant.id, { member, before, limit: limit + 1 }),
    );
    return http.json(pageOf(context, list, { found: items, limit }), 200);
  });

  app.openapi(valueRoutes.getOverview, async (http) => {
    const { context, tenant } = http.var;
    await actorWithRole(http, 'operator');
    return http.json(await readOverview(context, tenant), 200);
  });

  app.openapi(valueRoutes.getEconomyBoard, async (http) => {
    const { context, tenant } = http.var;
    await actorWithRole(http, 'operator');
    return http.json(await readBoard(context, tenant), 200);
  });

  app.openapi(valueRoutes.listLog, async (http) => {
    const { context, tenant } = http.var;
    await actorWithRole(http, 'operator');
    const { cursor, limit } = http.req.valid('query');
    const list = { tenantId: tenant.id, list: 'log' };
    const before = placeOf(context, list, cursor);
    const items = await context.snapshot(tenant.id, (tx) =>
      readLog(tx, tenant.id, { before, limit: limit + 1 }),
    );
    return http.json(pageOf(context, list, { found: items, limit }), 200);
  });
}

function placeOf(context: Context, list: CursorList, cursor: string | undefined): bigint {
  const [seq] = decodeCursor(context, list, { cursor, count: 1 }) ?? [];
  return seq === undefined ? END : BigInt(seq);
}

/** A page of things that have a place in the log; one more than the page was asked for. */
function pageOf<Item extends { readonly seq: string }>(
  context: Context,
  list: CursorList,
  { found, limit }: { readonly found: readonly Item[]; readonly limit: number },
): { items: Item[]; nextCursor: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor(context, list, [last.seq]) : null };
}
