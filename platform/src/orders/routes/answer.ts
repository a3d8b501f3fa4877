import type { Outcome } from '@tuodi/outcome';
import { done } from '@tuodi/outcome';
import { orders } from '@tuodi/wire';
import type { z } from 'zod';
import type { Transaction } from '../../context.ts';
import {
  answerTo,
  claimOf,
  decodeCursor,
  encodeCursor,
  Problem,
  valueOf,
} from '../../http/index.ts';
import type { Http, ProblemCode } from '../../http/index.ts';
import { once } from '../../idempotency/index.ts';
import type { Answered, KeyReused } from '../../idempotency/index.ts';
import { detailOnWire } from '../on-wire.ts';
import type { OrderState, Scope } from '../order.ts';
import { listOrders, showOrder } from '../service/show-order.ts';

type Detail = z.infer<typeof orders.OrderDetail>;
type Page = z.infer<typeof orders.OrderPage>;

export interface ScopedOrder {
  readonly orderId: string;
  readonly scope: Scope;
}

/** An order as it is shown. @throws {Problem} 404 for one outside the scope. */
export async function detailOf(http: Http, tx: Transaction, key: ScopedOrder): Promise<Detail> {
  const { context, tenant } = http.var;
  const parts = await showOrder(context, tx, tenant, key);
  if (parts === null) throw new Problem('orders.unknown_order');
  return detailOnWire(parts);
}

export function readDetail(http: Http, key: ScopedOrder): Promise<Detail> {
  const { context, tenant } = http.var;
  return context.snapshot(tenant.id, (tx) => detailOf(http, tx, key));
}

/** Does one act on an order at most once, and answers the order as it is after it. */
export async function actOnOrder<Reason extends { readonly code: ProblemCode }>(
  http: Http,
  input: unknown,
  act: {
    readonly order: ScopedOrder;
    readonly does: (tx: Transaction) => Promise<Outcome<void, Reason>>;
  },
): Promise<Detail> {
  const { context } = http.var;
  const claim = await claimOf(http, input, (kept) => orders.OrderDetail.parse(kept));
  const outcome = await once(context, claim, async (tx) => {
    const acted = await act.does(tx);
    return acted.ok ? done(await detailOf(http, tx, act.order)) : acted;
  });
  return answerTo(http, valueOf<Answered<Detail>, Reason | KeyReused>(outcome));
}

interface ListQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly state?: OrderState | undefined;
  readonly q?: string | undefined;
}

/** A page of orders within a scope, newest first. */
export async function readPage(http: Http, scope: Scope, query: ListQuery): Promise<Page> {
  const { context, tenant } = http.var;
  const list = { tenantId: tenant.id, list: listOf(scope) };
  const place = { cursor: query.cursor, count: 2 };
  const [placedAt, number] = decodeCursor(context, list, place) ?? [];
  const found = await context.snapshot(tenant.id, (tx) =>
    listOrders(tx, tenant.id, {
      scope,
      state: query.state ?? null,
      ...soughtBy(query.q?.trim() ?? ''),
      before: placedAt === undefined || number === undefined ? null : { placedAt, number },
      limit: query.limit + 1,
    }),
  );
  const items = found.slice(0, query.limit);
  const last = found.length > items.length ? items.at(-1) : undefined;
  return {
    items,
    nextCursor:
      last === undefined ? null : encodeCursor(context, list, [last.placedAt, last.number]),
  };
}

/** Whose orders a list is of: each has cursors of its own. */
function listOf({ member, merchant }: Scope): string {
  if (member !== undefined) return `orders of member ${String(member)}`;
  return merchant === undefined ? 'orders' : `orders of merchant ${String(merchant)}`;
}

/** Digits may be a member's number or the beginning of an order's. */
function soughtBy(q: string): { numberPrefix: string | null; member: bigint | null } {
  if (q === '') return { numberPrefix: null, member: null };
  return { numberPrefix: q, member: /^[1-9]\d{0,17}$/.test(q) ? BigInt(q) : null };
}
