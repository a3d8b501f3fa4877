import type { Context, Transaction } from '../../context.ts';
import type { Tenant } from '../../tenancy/index.ts';
import type { Attempt, GatewayCallback, PaymentRefund } from '../payment.ts';
import { acknowledge, insertBill, loadBill, loadUnacknowledged } from './store.ts';
import type { BillLine } from './store.ts';

/** Brings a callback to our own door; resolves when it was acknowledged, rejects otherwise. */
export type Deliver = (tenant: Tenant, callback: GatewayCallback) => Promise<void>;

export type CashierAct = 'pay' | 'fail' | 'pay_twice';

/** What the shopper does at the simulated cashier, written on the gateway's bill; to be delivered. */
export async function actAtCashier(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  input: { readonly attempt: Attempt; readonly act: CashierAct },
): Promise<readonly BillLine[]> {
  const { attempt, act } = input;
  const at = context.clock.now(tenant);
  const line = (suffix: string, kind: BillLine['kind']): BillLine => ({
    gateway: attempt.gateway,
    id: `sim-${attempt.id}${suffix}`,
    kind,
    attemptId: attempt.id,
    refundId: null,
    amount: attempt.amount,
    at,
  });
  const lines = {
    pay: [line('', 'payment_succeeded')],
    fail: [line('-failed', 'payment_failed')],
    pay_twice: [line('', 'payment_succeeded'), line('-again', 'payment_succeeded')],
  }[act];
  await insertBill(tx, tenant.id, { lines, wall: context.clock.wall() });
  return lines;
}

/** The gateway pays refunds out, each once however often it is asked. */
export async function payOut(
  context: Context,
  tenant: Tenant,
  input: { readonly refunds: readonly PaymentRefund[]; readonly deliver: Deliver },
): Promise<void> {
  const at = context.clock.now(tenant);
  const lines = input.refunds.map((refund) => ({
    gateway: refund.gateway,
    id: `sim-refund-${refund.id}`,
    kind: 'refund_succeeded' as const,
    attemptId: refund.attemptId,
    refundId: refund.id,
    amount: refund.amount,
    at,
  }));
  const wall = context.clock.wall();
  await context.transaction(tenant.id, (tx) => insertBill(tx, tenant.id, { lines, wall }));
  await deliverAndAcknowledge(context, tenant, { lines, deliver: input.deliver });
}

const REPEAT_AFTER_MS = 10_000;
const BATCH = 200;

/** A gateway repeats a callback until it is acknowledged. @returns how many it repeated. */
export async function repeatCallbacks(
  context: Context,
  tenant: Tenant,
  deliver: Deliver,
): Promise<number> {
  const before = new Date(Date.parse(context.clock.wall()) - REPEAT_AFTER_MS).toISOString();
  const lines = await context.transaction(tenant.id, (tx) =>
    loadUnacknowledged(tx, tenant.id, { recordedBefore: before, count: BATCH }),
  );
  await deliverAndAcknowledge(context, tenant, { lines, deliver });
  return lines.length;
}

/** Everything the simulated gateway did for a tenant. */
export function billOf(context: Context, tenant: Tenant): Promise<readonly BillLine[]> {
  return context.transaction(tenant.id, (tx) => loadBill(tx, tenant.id));
}

interface Delivery {
  readonly lines: readonly BillLine[];
  readonly deliver: Deliver;
}

async function deliverAndAcknowledge(
  context: Context,
  tenant: Tenant,
  delivery: Delivery,
): Promise<void> {
  const taken = await deliverLines(context, tenant, delivery);
  await context.transaction(tenant.id, (tx) => acknowledgeLines(context, tx, tenant, taken));
}

/** Brings lines of the bill to our door, one after the other. @returns those that were taken. */
export async function deliverLines(
  context: Context,
  tenant: Tenant,
  { lines, deliver }: Delivery,
): Promise<readonly BillLine[]> {
  const taken: BillLine[] = [];
  for (const line of lines) {
    try {
      await deliver(tenant, callbackOf(line));
      taken.push(line);
    } catch (error) {
      // It stays on the bill and is repeated, as a gateway would.
      context.log.warn({ err: error, tenantId: tenant.id, id: line.id }, 'a callback failed');
    }
  }
  return taken;
}

/** The gateway learns that its callbacks were taken. */
export async function acknowledgeLines(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  lines: readonly BillLine[],
): Promise<void> {
  if (lines.length > 0) await acknowledge(tx, tenant.id, { lines, wall: context.clock.wall() });
}

function callbackOf(line: BillLine): GatewayCallback {
  return {
    id: line.id,
    attemptId: line.attemptId,
    kind: line.kind,
    ...(line.refundId === null ? {} : { refundId: line.refundId }),
    amount: { amount: String(line.amount), asset: 'CNY/2' },
    at: line.at,
  };
}
