import { fen } from '@tuodi/amount';
import type { Transaction } from '../../context.ts';
import type { Attempt, Payment, Receipt } from '../payment.ts';

export function insertAttempt(
  tx: Transaction,
  tenantId: number,
  attempt: Attempt & { readonly openedAt: string },
): void {
  tx.defer(
    `insert into payment_attempts (tenant_id, id, payment_id, gateway, amount_fen, state, opened_at)
     values ($1, $2, $3, $4, $5, 'open', $6)`,
    [
      ...[tenantId, attempt.id, attempt.payment.id, attempt.gateway, attempt.amount],
      attempt.openedAt,
    ],
  );
}

interface AttemptRow {
  id: string;
  gateway: bigint;
  amount_fen: bigint;
  state: Attempt['state'];
  payment_id: string;
  member: bigint;
  payment_amount_fen: bigint;
  payment_state: Payment['state'];
  expires_at: string;
}

const ATTEMPT = `select attempt.id, attempt.gateway, attempt.amount_fen, attempt.state,
    attempt.payment_id, payment.member, payment.amount_fen as payment_amount_fen,
    payment.state as payment_state, payment.expires_at
  from payment_attempts as attempt
  join payments as payment
    on payment.tenant_id = attempt.tenant_id and payment.id = attempt.payment_id
  where attempt.tenant_id = $1
    and attempt.id = $2`;

function toAttempt(row: AttemptRow): Attempt {
  return {
    id: row.id,
    gateway: row.gateway,
    amount: fen(row.amount_fen),
    state: row.state,
    payment: {
      id: row.payment_id,
      member: row.member,
      amount: fen(row.payment_amount_fen),
      state: row.payment_state,
      expiresAt: row.expires_at,
    },
  };
}

export async function loadAttempt(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<Attempt | null> {
  const row = await tx.first<AttemptRow>(ATTEMPT, [tenantId, id]);
  return row === undefined ? null : toAttempt(row);
}

/** The attempt, its payment locked: callbacks of one payment come one after the other. */
export async function lockAttempt(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<Attempt | null> {
  const row = await tx.first<AttemptRow>(`${ATTEMPT} for update of payment`, [tenantId, id]);
  return row === undefined ? null : toAttempt(row);
}

/** @returns false when the gateway's number is known already; then nothing is written. */
export async function insertReceipt(
  tx: Transaction,
  tenantId: number,
  receipt: Receipt & { readonly receivedAt: string; readonly expected: boolean },
): Promise<boolean> {
  const { attempt } = receipt;
  const written = await tx.run(
    `with receipt as (
       insert into payment_receipts (tenant_id, gateway, gateway_payment_id, attempt_id,
         payment_id, amount_fen, expected, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (tenant_id, gateway, gateway_payment_id) do nothing
       returning expected
     ),
     paid as (
       update payments
       set state = 'paid', paid_at = $8
       where tenant_id = $1
         and id = $5
         and exists (select from receipt where expected)
     )
     update payment_attempts
     set state = 'succeeded', finished_at = $8
     where tenant_id = $1
       and id = $4
       and exists (select from receipt)`,
    [
      ...[tenantId, attempt.gateway, receipt.gatewayPaymentId, attempt.id, attempt.payment.id],
      ...[receipt.amount, receipt.expected, receipt.receivedAt],
    ],
  );
  return written === 1;
}

export function loadReceipt(
  tx: Transaction,
  tenantId: number,
  key: { readonly gateway: bigint; readonly gatewayPaymentId: string },
): Promise<{ attemptId: string; amount: bigint } | undefined> {
  return tx.first(
    `select attempt_id as "attemptId", amount_fen as amount
     from payment_receipts
     where tenant_id = $1
       and gateway = $2
       and gateway_payment_id = $3`,
    [tenantId, key.gateway, key.gatewayPaymentId],
  );
}

/** @returns how many attempts were open: 1 or 0. */
export function updateToFailed(
  tx: Transaction,
  tenantId: number,
  failed: { readonly attemptId: string; readonly at: string },
): Promise<number> {
  return tx.run(
    `update payment_attempts
     set state = 'failed', finished_at = $3
     where tenant_id = $1
       and id = $2
       and state = 'open'`,
    [tenantId, failed.attemptId, failed.at],
  );
}
