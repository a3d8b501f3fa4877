import { invariant } from '@tuodi/outcome';
import type { Context, Transaction } from '../../context.ts';
import { closePayment, holdExpired } from '../../payments/index.ts';
import { releaseReservation } from '../../stock/index.ts';
import type { Tenant } from '../../tenancy/index.ts';
import { updateToClosed } from '../store/orders.ts';

/** Closes an open payment, which the caller holds, with its orders; its pieces are free again. */
export async function closeUnpaid(
  tx: Transaction,
  tenantId: number,
  closed: { readonly paymentId: string; readonly at: string; readonly reason: string },
): Promise<void> {
  await closePayment(tx, tenantId, { id: closed.paymentId, at: closed.at });
  const checkoutId = await updateToClosed(tx, tenantId, closed);
  invariant(checkoutId !== undefined, 'an open payment has orders that await it');
  await releaseReservation(tx, tenantId, checkoutId);
}

/**
 * Closes every checkout that was not paid in time, each in its own transaction, so that no two of
 * them lock stock in different orders. @returns how many.
 */
export async function closeExpired(context: Context, tenant: Tenant): Promise<number> {
  const at = context.clock.now(tenant);
  for (let closed = 0; ; closed += 1) {
    const one = await context.transaction(tenant.id, async (tx) => {
      const [paymentId] = await holdExpired(tx, tenant.id, { now: at, count: 1 });
      if (paymentId === undefined) return false;
      await closeUnpaid(tx, tenant.id, { paymentId, at, reason: '' });
      return true;
    });
    if (!one) return closed;
  }
}
