import type { Context } from '../../context.ts';
import { submitEconomyEvents } from '../../economy/index.ts';
import { endOfDay } from '../../tenancy/index.ts';
import type { Day, Tenant } from '../../tenancy/index.ts';
import { updateToSettling } from '../store/orders.ts';

/**
 * At the local midnight that ends `day`: every order whose return window has ended begins to
 * settle, by window end and order number, in one transaction. The day's close is submitted after
 * this. Doing it twice does nothing more. @returns how many orders.
 */
export function settleDue(context: Context, tenant: Tenant, day: Day): Promise<number> {
  const at = endOfDay(day, tenant.zone);
  return context.transaction(tenant.id, async (tx) => {
    const ids = await updateToSettling(tx, tenant.id, at);
    submitEconomyEvents(
      tx,
      tenant.id,
      ids.map((id) => ({
        sourceType: 'order_settled',
        sourceId: id,
        at,
        event: { type: 'settle', order: id },
      })),
    );
    return ids.length;
  });
}
