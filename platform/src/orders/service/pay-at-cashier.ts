import type { Context, Transaction } from '../../context.ts';
import { acknowledgeLines, actAtCashier, deliverLines, findAttempt } from '../../payments/index.ts';
import type { Attempt, CashierAct, Deliver } from '../../payments/index.ts';
import type { Tenant } from '../../tenancy/index.ts';
import { ordersOfPayment } from './find-checkout.ts';

/** An attempt to pay with the orders that it is for. */
export interface ShownAttempt {
  readonly attempt: Attempt;
  readonly orders: readonly { readonly id: string; readonly number: string }[];
}

interface AttemptKey {
  readonly id: string;
  readonly member: bigint;
}

/** An attempt of a member; null for somebody else's. */
export async function showAttempt(
  tx: Transaction,
  tenantId: number,
  key: AttemptKey,
): Promise<ShownAttempt | null> {
  const attempt = await findAttempt(tx, tenantId, key);
  if (attempt === null) return null;
  return { attempt, orders: await ordersOfPayment(tx, tenantId, attempt.payment.id) };
}

/**
 * The member acts at the simulated cashier: the gateway writes its bill, calls back, and learns that
 * it was heard. @returns the attempt after the callback; null for somebody else's.
 */
export async function payAtCashier(
  context: Context,
  tenant: Tenant,
  input: { readonly key: AttemptKey; readonly act: CashierAct; readonly deliver: Deliver },
): Promise<ShownAttempt | null> {
  const { key, act, deliver } = input;
  const lines = await context.transaction(tenant.id, async (tx) => {
    const attempt = await findAttempt(tx, tenant.id, key);
    return attempt === null ? null : actAtCashier(context, tx, tenant, { attempt, act });
  });
  if (lines === null) return null;
  const taken = await deliverLines(context, tenant, { lines, deliver });
  return context.transaction(tenant.id, async (tx) => {
    const [shown] = await Promise.all([
      showAttempt(tx, tenant.id, key),
      acknowledgeLines(context, tx, tenant, taken),
    ]);
    return shown;
  });
}
