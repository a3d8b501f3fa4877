import { fen } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';
import type { Transaction } from '../../context.ts';
import type { PaymentRefund, Receipt } from '../payment.ts';

export async function insertRefundOfReceipt(
  tx: Transaction,
  tenantId: number,
  refund: {
    readonly id: string;
    readonly receipt: Receipt;
    readonly openedAt: string;
  },
): Promise<void> {
  const { attempt, gatewayPaymentId, amount } = refund.receipt;
  await tx.run(
    `insert into payment_refunds (tenant_id, id, gateway, gateway_payment_id, attempt_id, member,
       cause, amount_fen, state, opened_at)
     values ($1, $2, $3, $4, $5, $6, 'unexpected_payment', $7, 'due', $8)`,
    [
      ...[tenantId, refund.id, attempt.gateway, gatewayPaymentId, attempt.id],
      ...[attempt.payment.member, amount, refund.openedAt],
    ],
  );
}

/** Money of an order goes back the way that its payment came. @returns 1. */
export function insertRefundOfPayment(
  tx: Transaction,
  tenantId: number,
  refund: {
    readonly id: string;
    readonly paymentId: string;
    readonly member: bigint;
    readonly amount: Fen;
    readonly openedAt: string;
  },
): Promise<number> {
  return tx.run(
    `insert into payment_refunds (tenant_id, id, gateway, gateway_payment_id, attempt_id, member,
       cause, amount_fen, state, opened_at)
     select tenant_id, $2, gateway, gateway_payment_id, attempt_id, $4, 'refund', $5, 'booking', $6
     from payment_receipts
     where tenant_id = $1
       and payment_id = $3
       and expected`,
    [
      ...[tenantId, refund.id, refund.paymentId, refund.member],
      ...[refund.amount, refund.openedAt],
    ],
  );
}

export function updateToDue(
  tx: Transaction,
  tenantId: number,
  ids: readonly string[],
): Promise<number> {
  return tx.run(
    `update payment_refunds
     set state = 'due'
     where tenant_id = $1
       and id = any ($2::uuid[])
       and state = 'booking'`,
    [tenantId, ids],
  );
}

interface RefundRow {
  id: string;
  gateway: bigint;
  attempt_id: string;
  member: bigint;
  amount_fen: bigint;
  state: PaymentRefund['state'];
}

function toRefund(row: RefundRow): PaymentRefund {
  return {
    id: row.id,
    gateway: row.gateway,
    attemptId: row.attempt_id,
    member: row.member,
    amount: fen(row.amount_fen),
    state: row.state,
  };
}

/** Refunds to ask the gateway for: those that are due, and those asked for before `askedBefore`. */
export async function updateToAsked(
  tx: Transaction,
  tenantId: number,
  limits: { readonly wall: string; readonly askedBefore: string; readonly count: number },
): Promise<PaymentRefund[]> {
  const rows = await tx.query<RefundRow>(
    `with chosen as materialized (
       select id
       from payment_refunds
       where tenant_id = $1
         and state <> 'confirmed'
         and (state = 'due' or (state = 'asked' and asked_at < $3))
       order by opened_at, id
       limit $4
       for update skip locked
     )
     update payment_refunds as refund
     set state = 'asked', asked_at = $2
     from chosen
     where refund.tenant_id = $1
       and refund.id = chosen.id
     returning refund.id, refund.gateway, refund.attempt_id, refund.member, refund.amount_fen,
       refund.state`,
    [tenantId, limits.wall, limits.askedBefore, limits.count],
  );
  return rows.map(toRefund);
}

export async function lockRefund(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<PaymentRefund | null> {
  const row = await tx.first<RefundRow>(
    `select id, gateway, attempt_id, member, amount_fen, state
     from payment_refunds
     where tenant_id = $1
       and id = $2
     for update`,
    [tenantId, id],
  );
  return row === undefined ? null : toRefund(row);
}

export async function updateToConfirmed(
  tx: Transaction,
  tenantId: number,
  confirmed: { readonly id: string; readonly at: string },
): Promise<void> {
  await tx.run(
    `update payment_refunds
     set state = 'confirmed', confirmed_at = $3
     where tenant_id = $1
       and id = $2`,
    [tenantId, confirmed.id, confirmed.at],
  );
}

export async function loadConfirmed(
  tx: Transaction,
  tenantId: number,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id
     from payment_refunds
     where tenant_id = $1
       and id = any ($2::uuid[])
       and state = 'confirmed'`,
    [tenantId, ids],
  );
  return rows.map((row) => row.id);
}

/** For the audit and the overview: refunds not yet confirmed, and what of them is in refund_due. */
export async function sumUnconfirmed(
  tx: Transaction,
  tenantId: number,
): Promise<{ count: bigint; due: bigint }> {
  const row = await tx.first<{ count: bigint; due: bigint }>(
    `select count(*) as count,
       coalesce(sum(amount_fen) filter (where state in ('due', 'asked')), 0) as due
     from payment_refunds
     where tenant_id = $1
       and state <> 'confirmed'`,
    [tenantId],
  );
  return row ?? { count: 0n, due: 0n };
}
