import { fen } from '@tuodi/amount';
import type { Transaction } from '../../context.ts';
import type { Payment } from '../payment.ts';

interface PaymentRow {
  id: string;
  member: bigint;
  amount_fen: bigint;
  state: Payment['state'];
  expires_at: string;
}

function toPayment(row: PaymentRow): Payment {
  return {
    id: row.id,
    member: row.member,
    amount: fen(row.amount_fen),
    state: row.state,
    expiresAt: row.expires_at,
  };
}

export function insertPayment(
  tx: Transaction,
  tenantId: number,
  payment: Payment & { readonly openedAt: string },
): void {
  tx.defer(
    `insert into payments (tenant_id, id, member, amount_fen, state, opened_at, expires_at)
     values ($1, $2, $3, $4, 'open', $5, $6)`,
    [
      ...[tenantId, payment.id, payment.member, payment.amount],
      ...[payment.openedAt, payment.expiresAt],
    ],
  );
}

export async function loadPayment(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<Payment | null> {
  const row = await tx.first<PaymentRow>(
    `select id, member, amount_fen, state, expires_at
     from payments
     where tenant_id = $1
       and id = $2`,
    [tenantId, id],
  );
  return row === undefined ? null : toPayment(row);
}

export async function lockPayment(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<Payment | null> {
  const row = await tx.first<PaymentRow>(
    `select id, member, amount_fen, state, expires_at
     from payments
     where tenant_id = $1
       and id = $2
     for update`,
    [tenantId, id],
  );
  return row === undefined ? null : toPayment(row);
}

/** Payments that nobody has paid in time; those that somebody is just paying are left out. */
export async function lockExpired(
  tx: Transaction,
  tenantId: number,
  limits: { readonly now: string; readonly count: number },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id
     from payments
     where tenant_id = $1
       and state = 'open'
       and expires_at <= $2
     order by expires_at, id
     limit $3
     for update skip locked`,
    [tenantId, limits.now, limits.count],
  );
  return rows.map((row) => row.id);
}

export async function updateToClosed(
  tx: Transaction,
  tenantId: number,
  closed: { readonly id: string; readonly at: string },
): Promise<number> {
  return tx.run(
    `update payments
     set state = 'closed', closed_at = $3
     where tenant_id = $1
       and id = $2
       and state = 'open'`,
    [tenantId, closed.id, closed.at],
  );
}
