import { derivedUuid } from '@tuodi/platform';
import type { Context } from '@tuodi/platform';
import { memberOfReference } from '@tuodi/platform/identity';
import { endDay } from '@tuodi/platform/jobs';
import { deliverInProcess, refundOrder } from '@tuodi/platform/orders';
import { askGateway } from '@tuodi/platform/payments';
import { purchase } from '@tuodi/platform/seeds';
import { endOfDay, moveClock } from '@tuodi/platform/tenancy';
import type { Tenant } from '@tuodi/platform/tenancy';
import { Progress } from '../progress.ts';
import { SEED, ZONE } from './open.ts';
import { skuReference } from './plan.ts';
import type { Act, RetailPlan } from './plan.ts';

/** Tells the run to stop after the act that it is at. */
export interface StopSignal {
  readonly asked: boolean;
}

/**
 * Drives the plan through the service verbs, act after act. What a tenant has done is read from
 * its own tables, so a run that was interrupted anywhere goes on and ends the same.
 * @returns whether the plan was finished.
 */
export async function runRetail(
  context: Context,
  tenant: Tenant,
  plan: RetailPlan,
  stop: StopSignal,
): Promise<boolean> {
  const done = await readDone(context, tenant);
  const progress = new Progress('retail', plan.acts.length);
  const clock = new RunningClock(context, tenant);
  let count = 0;
  for (const act of plan.acts) {
    if (stop.asked) return false;
    progress.at(count, act.kind === 'close' ? act.day : act.at.slice(0, 10));
    count += 1;
    if (isDone(done, act)) continue;
    await perform(context, clock, act);
  }
  progress.at(count);
  progress.end();
  await context.economy.drain(tenant.id);
  return true;
}

async function perform(context: Context, clock: RunningClock, act: Act): Promise<void> {
  if (act.kind === 'order') return placeOrder(context, await clock.at(instantOf(act.at)), act);
  if (act.kind === 'refund') return giveBack(context, await clock.at(instantOf(act.at)), act);
  const tenant = await clock.at(endOfDay(act.day, ZONE));
  await endDay(context, tenant, act.day);
  await askGateway(context, tenant, deliverInProcess(context));
}

/** Member, checkout, payment, shipping and receipt: one transaction, so an order is there or not. */
async function placeOrder(
  context: Context,
  tenant: Tenant,
  { order }: Extract<Act, { kind: 'order' }>,
): Promise<void> {
  await context.transaction(tenant.id, async (tx) => {
    const { member } = await memberOfReference(context, tx, tenant, order.buyer);
    await purchase(context, tx, tenant, {
      member,
      lines: order.lines.map((line) => ({
        skuId: derivedUuid(SEED, 'sku', skuReference(line)),
        quantity: BigInt(line.quantity),
      })),
      seed: SEED,
      reference: order.invoice,
      until: 'received',
    });
  });
}

async function giveBack(
  context: Context,
  tenant: Tenant,
  act: Extract<Act, { kind: 'refund' }>,
): Promise<void> {
  // The order may still wait in the inbox: its event must come before the refund's.
  const refunded = await context.transaction(tenant.id, (tx) =>
    refundOrder(context, tx, tenant, {
      orderId: orderIdOf(act.invoice),
      scope: {},
      lines: act.lines.map(({ position, quantity }) => ({ position, quantity: BigInt(quantity) })),
      reason: act.reference,
      newId: (kind) => derivedUuid(SEED, kind, act.reference),
    }),
  );
  if (!refunded.ok) throw new Error(`${act.reference} is refused: ${refunded.refusal.code}`);
}

function orderIdOf(invoice: string): string {
  return derivedUuid(SEED, 'order', `${invoice} 1`);
}

/** The file's local time → an instant. */
function instantOf(at: string): string {
  return new Date(`${at.replace(' ', 'T')}+08:00`).toISOString();
}

interface Done {
  readonly orders: ReadonlySet<string>;
  readonly refunds: ReadonlySet<string>;
  readonly lastDay: string;
}

function isDone(done: Done, act: Act): boolean {
  if (act.kind === 'order') return done.orders.has(orderIdOf(act.order.invoice));
  if (act.kind === 'refund') return done.refunds.has(derivedUuid(SEED, 'refund', act.reference));
  return act.day <= done.lastDay;
}

async function readDone(context: Context, tenant: Tenant): Promise<Done> {
  await context.economy.drain(tenant.id);
  return context.snapshot(tenant.id, async (tx) => {
    const ids = async (table: 'orders' | 'refunds'): Promise<Set<string>> => {
      const rows = await tx.query<{ id: string }>(`select id from ${table} where tenant_id = $1`, [
        tenant.id,
      ]);
      return new Set(rows.map((row) => row.id));
    };
    const last = await tx.first<{ day: string | null }>(
      'select max(day) as day from economy_days where tenant_id = $1',
      [tenant.id],
    );
    return {
      orders: await ids('orders'),
      refunds: await ids('refunds'),
      lastDay: last?.day ?? '',
    };
  });
}

/** The tenant with its clock where the run is; moves it only when time has passed. */
class RunningClock {
  readonly #context: Context;
  #tenant: Tenant;

  constructor(context: Context, tenant: Tenant) {
    this.#context = context;
    this.#tenant = tenant;
  }

  async at(instant: string): Promise<Tenant> {
    const { clock, id } = this.#tenant;
    const now = clock.mode === 'moved' ? clock.now : instant;
    if (Date.parse(now) >= Date.parse(instant)) return this.#tenant;
    const moved = await moveClock(this.#context, { tenantId: id, to: instant });
    if (!moved.ok) throw new Error(`the clock does not move: ${moved.refusal.code}`);
    this.#tenant = moved.value;
    return this.#tenant;
  }
}
