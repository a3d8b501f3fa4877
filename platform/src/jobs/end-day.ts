import type { Context } from '../context.ts';
import { lastClosedDay, submitEconomyEvent } from '../economy/index.ts';
import { settleDue } from '../orders/index.ts';
import { addDays, dayOf, endOfDay } from '../tenancy/index.ts';
import type { Day, Tenant } from '../tenancy/index.ts';

/**
 * The local midnight that ends `day`: everything whose return window has ended settles, then the
 * day's dividend is distributed. Waits until the economy has applied it. Harmless when repeated.
 */
export async function endDay(context: Context, tenant: Tenant, day: Day): Promise<void> {
  await settleDue(context, tenant, day);
  await context.transaction(tenant.id, (tx) =>
    submitEconomyEvent(tx, tenant.id, {
      sourceType: 'day',
      sourceId: day,
      at: endOfDay(day, tenant.zone),
      event: { type: 'close_day' },
    }),
  );
  await context.economy.waitFor(tenant.id, { type: 'day', id: day });
}

/** Ends every day of a tenant that is over and not closed yet, oldest first. @returns how many. */
export async function closeDueDays(context: Context, tenant: Tenant): Promise<number> {
  const today = dayOf(context.clock.now(tenant), tenant.zone);
  const last = await context.transaction(tenant.id, (tx) => lastClosedDay(tx, tenant.id));
  const first = last === null ? dayOf(tenant.openedAt, tenant.zone) : addDays(last, 1);
  let closed = 0;
  for (let day = first; day < today; day = addDays(day, 1)) {
    await endDay(context, tenant, day);
    closed += 1;
  }
  return closed;
}
