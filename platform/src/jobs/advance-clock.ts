import { done } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Context } from '../context.ts';
import type { Deliver } from '../payments/index.ts';
import { dayOf, daysBetween, endOfDay, moveClock } from '../tenancy/index.ts';
import type { MoveClockRefusal, Tenant } from '../tenancy/index.ts';
import { doDueWork } from './tick.ts';

/** Moves a standing clock to `to`, doing at every midnight on the way what is due there. */
export async function advanceClock(
  context: Context,
  tenant: Tenant,
  move: { readonly to: string; readonly deliver: Deliver },
): Promise<Outcome<Tenant, MoveClockRefusal>> {
  const from = dayOf(context.clock.now(tenant), tenant.zone);
  const last = dayOf(move.to, tenant.zone);
  let moved = tenant;
  for (const day of daysBetween(from, last).slice(0, -1)) {
    const midnight = await moveClock(context, {
      tenantId: tenant.id,
      to: endOfDay(day, tenant.zone),
    });
    if (!midnight.ok) return midnight;
    moved = midnight.value;
    await doDueWork(context, moved, move.deliver);
  }
  const arrived = await moveClock(context, { tenantId: tenant.id, to: move.to });
  if (!arrived.ok) return arrived;
  await doDueWork(context, arrived.value, move.deliver);
  return done(arrived.value);
}
