import type { Context } from '../context.ts';
import { closeExpired } from '../orders/index.ts';
import { askGateway, repeatCallbacks } from '../payments/index.ts';
import type { Deliver } from '../payments/index.ts';
import { listTenants, preparePartitions } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { closeDueDays } from './end-day.ts';

const TICK_MS = 5_000;

/** Everything that a tenant's clock has made due: unpaid checkouts, days, refunds, callbacks. */
export async function doDueWork(context: Context, tenant: Tenant, deliver: Deliver): Promise<void> {
  await closeExpired(context, tenant);
  await closeDueDays(context, tenant);
  await askGateway(context, tenant, deliver);
  await repeatCallbacks(context, tenant, deliver);
}

export interface Tick {
  /** Ends after the work that runs. */
  stop(): Promise<void>;
}

/** Does due work for every tenant, one after the other, every five seconds. */
export function startTick(context: Context, deliver: Deliver): Tick {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const tick = async (): Promise<void> => {
    await preparePartitions(context);
    for (const tenant of await listTenants(context)) {
      if (stopped) return;
      try {
        await doDueWork(context, tenant, deliver);
      } catch (error) {
        context.log.error({ err: error, tenant: tenant.slug }, 'due work failed; tried again soon');
      }
    }
  };
  let busy = false;
  const timer = setInterval(() => {
    if (busy || stopped) return;
    busy = true;
    running = tick()
      .catch((error: unknown) => context.log.error({ err: error }, 'the tick failed'))
      .finally(() => {
        busy = false;
      });
  }, TICK_MS);
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
