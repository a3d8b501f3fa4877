import type { Fen } from '@tuodi/amount';
import { invariant } from '@tuodi/outcome';
import type { Context, Transaction } from '../../context.ts';
import type { Tenant } from '../../tenancy/index.ts';
import { payOut } from '../simulator/index.ts';
import type { Deliver } from '../simulator/index.ts';
import {
  insertRefundOfPayment,
  loadConfirmed,
  sumUnconfirmed,
  updateToAsked,
  updateToDue,
} from '../store/refunds.ts';

/** Money of a paid payment will go back once the economy has booked the refund of that id. */
export async function openRefund(
  tx: Transaction,
  tenantId: number,
  refund: {
    readonly id: string;
    readonly paymentId: string;
    readonly member: bigint;
    readonly amount: Fen;
    readonly openedAt: string;
  },
): Promise<void> {
  const count = await insertRefundOfPayment(tx, tenantId, refund);
  invariant(count === 1, 'a payment that is refunded has its receipt');
}

/** The economy has booked refunds: their money is in refund_due. Runs in the writer's batch. */
export async function bookRefunds(
  tx: Transaction,
  tenantId: number,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await updateToDue(tx, tenantId, ids);
}

/** Which of some refunds the gateway has paid out. */
export async function confirmedRefunds(
  tx: Transaction,
  tenantId: number,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set(ids.length === 0 ? [] : await loadConfirmed(tx, tenantId, ids));
}

/** How many refunds the gateway has not confirmed, and what `refund_due` must hold for them. */
export function unconfirmedRefunds(
  tx: Transaction,
  tenantId: number,
): Promise<{ readonly count: bigint; readonly due: bigint }> {
  return sumUnconfirmed(tx, tenantId);
}

const BATCH = 200;
const ASK_AGAIN_AFTER_MS = 30_000;

/**
 * Asks the gateway for every refund that is due, and again for those that it has not confirmed for
 * half a minute. The rows say `asked` before the gateway hears of it: after a crash we ask again.
 * @returns how many were asked for.
 */
export async function askGateway(
  context: Context,
  tenant: Tenant,
  deliver: Deliver,
): Promise<number> {
  for (let asked = 0; ;) {
    const wall = context.clock.wall();
    const askedBefore = new Date(Date.parse(wall) - ASK_AGAIN_AFTER_MS).toISOString();
    const refunds = await context.transaction(tenant.id, (tx) =>
      updateToAsked(tx, tenant.id, { wall, askedBefore, count: BATCH }),
    );
    if (refunds.length === 0) return asked;
    await payOut(context, tenant, { refunds, deliver });
    asked += refunds.length;
  }
}
