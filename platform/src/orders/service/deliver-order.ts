import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Context, Transaction } from '../../context.ts';
import { addDays, dayOf, endOfDay } from '../../tenancy/index.ts';
import type { Tenant } from '../../tenancy/index.ts';
import type { OrderRefusal, Scope } from '../order.ts';
import { isInScope } from '../order.ts';
import { lockOrder, updateToReceived, updateToShipped } from '../store/orders.ts';

/** The parcel is on its way. From paid only. */
export async function shipOrder(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  input: {
    readonly orderId: string;
    readonly scope: Scope;
    readonly carrier: string;
    readonly tracking: string;
  },
): Promise<Outcome<void, OrderRefusal>> {
  const order = await lockOrder(tx, tenant.id, input.orderId);
  if (order === null || !isInScope(order, input.scope)) {
    return refuse({ code: 'orders.unknown_order' });
  }
  if (order.state !== 'paid') return refuse({ code: 'orders.wrong_state', state: order.state });
  await updateToShipped(tx, tenant.id, {
    id: order.id,
    at: context.clock.now(tenant),
    carrier: input.carrier,
    tracking: input.tracking,
  });
  return done(undefined);
}

/**
 * The goods are here. The return window ends at the local midnight that ends the N-th day after
 * this one, N from the tenant's policy: never N times 24 hours.
 */
export async function receiveOrder(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  input: { readonly orderId: string; readonly scope: Scope },
): Promise<Outcome<void, OrderRefusal>> {
  const order = await lockOrder(tx, tenant.id, input.orderId);
  if (order === null || !isInScope(order, input.scope)) {
    return refuse({ code: 'orders.unknown_order' });
  }
  if (order.state !== 'shipped') return refuse({ code: 'orders.wrong_state', state: order.state });
  const at = context.clock.now(tenant);
  const lastDay = addDays(dayOf(at, tenant.zone), tenant.returnWindowDays);
  const windowEndsAt = endOfDay(lastDay, tenant.zone);
  await updateToReceived(tx, tenant.id, { id: order.id, at, windowEndsAt });
  return done(undefined);
}
