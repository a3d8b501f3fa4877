import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { forgetOldAnswers } from '../idempotency/index.ts';
import { forgetExpired } from '../identity/index.ts';
import { closeExpired } from '../orders/index.ts';
import { askGateway, repeatCallbacks } from '../payments/index.ts';
import type { Deliver } from '../payments/index.ts';
import { listTenants, preparePartitions } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { closeDueDays } from './end-day.ts';

const TICK_MS = 5_000;
const FORGET_MS = 3_600_000;
/** How long a stop waits for due work: it is found again after the next start. */
const STOP_MS = 1_500;

/** Every piece of due work, each for itself: one that fails must not keep the others waiting. */
const DUE_WORK: readonly (readonly [what: string, work: Work])[] = [
  ['unpaid checkouts', closeExpired],
  ['days', closeDueDays],
  ['refunds', askGateway],
  ['callbacks', repeatCallbacks],
];

type Work = (context: Context, tenant: Tenant, deliver: Deliver) => Promise<number>;

/**
 * Everything that a tenant's clock has made due: unpaid checkouts, days, refunds, callbacks. All of
 * it is tried.
 * @throws {AggregateError} of what failed, after the rest was done.
 */
export async function doDueWork(context: Context, tenant: Tenant, deliver: Deliver): Promise<void> {
  const failed: Error[] = [];
  for (const [what, work] of DUE_WORK) {
    try {
      await work(context, tenant, deliver);
    } catch (cause) {
      failed.push(new Error(`${tenant.slug}: ${what}`, { cause }));
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, failed.map(String).join('; '));
}

export interface Tick {
  /** Ends after the work that runs. */
  stop(): Promise<void>;
}

/**
 * Does due work for every tenant every five seconds, and forgets once an hour what need not be kept.
 * A tenant whose work still runs is left out of a round, so a slow one delays nobody else.
 */
export function startTick(context: Context, deliver: Deliver): Tick {
  const running = new Map<number, Promise<void>>();
  let stopped = false;
  let forgetAt = 0;
  const round = async (): Promise<void> => {
    await preparePartitions(context);
    const forget = Date.now() >= forgetAt;
    if (forget) forgetAt = Date.now() + FORGET_MS;
    for (const tenant of await listTenants(context)) {
      if (stopped || running.has(tenant.id)) continue;
      const work = dueWorkOf(context, tenant, { deliver, forget })
        .catch((error: unknown) => {
          context.log.error(
            { err: error, tenant: tenant.slug },
            'due work failed; tried again soon',
          );
        })
        .finally(() => running.delete(tenant.id));
      running.set(tenant.id, work);
    }
  };
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    if (stopped) return;
    looking = round().catch((error: unknown) => {
      context.log.error({ err: error }, 'the tick failed');
    });
  }, TICK_MS);
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
      await Promise.race([
        Promise.all(running.values()),
        sleep(STOP_MS, undefined, { ref: false }),
      ]);
    },
  };
}

async function dueWorkOf(
  context: Context,
  tenant: Tenant,
  how: { readonly deliver: Deliver; readonly forget: boolean },
): Promise<void> {
  await doDueWork(context, tenant, how.deliver);
  if (!how.forget) return;
  await forgetOldAnswers(context, tenant.id);
  await forgetExpired(context, tenant.id);
}
