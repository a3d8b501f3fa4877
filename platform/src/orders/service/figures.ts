import type { Context, Transaction } from '../../context.ts';
import { dayOf, endOfDay, startOfDay } from '../../tenancy/index.ts';
import type { Tenant } from '../../tenancy/index.ts';
import type { Order } from '../order.ts';
import { loadFigures, loadLastSettled, loadPending, sumOpenCash } from '../store/list.ts';
import type { OrderFigures } from '../store/list.ts';

/** Counts of orders for the overview, of the mall or of one merchant. */
export function orderFigures(
  context: Pick<Context, 'clock'>,
  tx: Transaction,
  tenant: Tenant,
  merchant: bigint | null,
): Promise<OrderFigures> {
  const today = dayOf(context.clock.now(tenant), tenant.zone);
  return loadFigures(tx, tenant.id, {
    merchant,
    from: startOfDay(today, tenant.zone),
    until: endOfDay(today, tenant.zone),
  });
}

/** A member's paid orders that are not settled yet, nearest window first, at most `limit`. */
export function pendingOrders(
  tx: Transaction,
  tenantId: number,
  key: { readonly member: bigint; readonly limit: number },
): Promise<readonly Order[]> {
  return loadPending(tx, tenantId, key);
}

/** The member's order that settled last. */
export function lastSettledOrder(
  tx: Transaction,
  tenantId: number,
  member: bigint,
): Promise<string | null> {
  return loadLastSettled(tx, tenantId, member);
}

/** For the audit: the cash of paid orders that are not settled, which escrow must hold. */
export function openCash(tx: Transaction, tenantId: number): Promise<bigint> {
  return sumOpenCash(tx, tenantId);
}
