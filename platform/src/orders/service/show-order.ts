import { refundsOfOrder } from '../../aftersale/index.ts';
import type { Refund } from '../../aftersale/index.ts';
import { merchantNames, shownSkus } from '../../catalog/index.ts';
import type { Context, Transaction } from '../../context.ts';
import { loadTerms } from '../../economy/index.ts';
import { transfersOfCause } from '../../ledger/index.ts';
import type { StoredTransfer, Viewer } from '../../ledger/index.ts';
import { confirmedRefunds } from '../../payments/index.ts';
import type { Tenant } from '../../tenancy/index.ts';
import { cardOnWire } from '../on-wire.ts';
import type { DetailParts } from '../on-wire.ts';
import type { Order, Scope } from '../order.ts';
import { isInScope } from '../order.ts';
import { loadNumbers } from '../store/checkouts.ts';
import { loadFirstLines, loadLines } from '../store/lines.ts';
import { loadOrders } from '../store/list.ts';
import type { OrderQuery } from '../store/list.ts';
import { loadOrder } from '../store/orders.ts';

/** One order with everything that is shown of it; null for one outside the scope. */
export async function showOrder(
  context: Pick<Context, 'clock'>,
  tx: Transaction,
  tenant: Tenant,
  key: { readonly orderId: string; readonly scope: Scope },
): Promise<DetailParts | null> {
  const order = await loadOrder(tx, tenant.id, key.orderId);
  if (order === null || !isInScope(order, key.scope)) return null;
  const lines = await loadLines(tx, tenant.id, order.id);
  const refunds = await refundsOfOrder(tx, tenant.id, order.id);
  const refundIds = refunds.map((refund) => refund.id);
  const skuIds = lines.map((line) => line.skuId);
  const names = await merchantNames(tx, tenant.id, [order.merchant]);
  return {
    order,
    lines,
    refunds,
    tenant,
    now: context.clock.now(tenant),
    shown: await shownSkus(tx, tenant.id, skuIds),
    merchantName: names.get(order.merchant) ?? '',
    confirmed: await confirmedRefunds(tx, tenant.id, refundIds),
    transfers: await transfersOf(tx, tenant.id, { order, refunds, scope: key.scope }),
    viewer: viewerOf(order, key.scope),
    terms: await loadTerms(tx, tenant.id),
  };
}

function viewerOf(order: Order, scope: Scope): Viewer {
  if (scope.member !== undefined) {
    return { kind: 'member', number: scope.member, seller: order.merchant };
  }
  if (scope.merchant !== undefined) return { kind: 'merchant', number: scope.merchant };
  return { kind: 'operator' };
}

interface Shown {
  readonly order: Order;
  readonly refunds: readonly Refund[];
  readonly scope: Scope;
}

/** Every transfer that an order caused and that its viewer may know of, in the order of time. */
async function transfersOf(
  tx: Transaction,
  tenantId: number,
  { order, refunds, scope }: Shown,
): Promise<readonly StoredTransfer[]> {
  const refundIds = refunds.map((refund) => refund.id);
  const paid =
    order.paidAt !== null &&
    (scope.merchant === undefined || (await isOnlyOrder(tx, tenantId, order)));
  const causes = [
    { type: 'payment', ids: paid ? [order.paymentId] : [] },
    { type: 'order_settled', ids: order.settledAt === null ? [] : [order.id] },
    { type: 'refund', ids: refundIds },
    { type: 'refund_confirmed', ids: refundIds },
  ];
  const found: StoredTransfer[] = [];
  for (const cause of causes) {
    if (cause.ids.length > 0) found.push(...(await transfersOfCause(tx, tenantId, cause)));
  }
  return found.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** A payment of several orders is also of other merchants: its size is none of this one's business. */
async function isOnlyOrder(tx: Transaction, tenantId: number, order: Order): Promise<boolean> {
  return (await loadNumbers(tx, tenantId, order.paymentId)).length === 1;
}

type Card = ReturnType<typeof cardOnWire>;

const LINES_OF_A_CARD = 3;

/** A page of orders with the first lines of each. */
export async function listOrders(
  tx: Transaction,
  tenantId: number,
  query: OrderQuery,
): Promise<readonly Card[]> {
  const orders = await loadOrders(tx, tenantId, query);
  const lines = await loadFirstLines(tx, tenantId, {
    orderIds: orders.map((order) => order.id),
    count: LINES_OF_A_CARD,
  });
  const skuIds = lines.map((line) => line.skuId);
  const shown = await shownSkus(tx, tenantId, skuIds);
  const merchants = orders.map((order) => order.merchant);
  const names = await merchantNames(tx, tenantId, [...new Set(merchants)]);
  return orders.map((order) =>
    cardOnWire({
      order,
      shown,
      lines: lines.filter((line) => line.orderId === order.id),
      merchantName: names.get(order.merchant) ?? '',
    }),
  );
}
