import { fen } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';
import type { Transaction } from '../context.ts';

export interface Refund {
  readonly id: string;
  readonly orderId: string;
  readonly amount: Fen;
  /** Asked for after settlement. */
  readonly late: boolean;
  readonly reason: string;
  readonly at: string;
  readonly lines: readonly {
    readonly position: number;
    readonly quantity: bigint;
    readonly amount: Fen;
  }[];
}

export async function insertRefund(
  tx: Transaction,
  tenantId: number,
  refund: Refund,
): Promise<void> {
  await tx.run(
    `insert into refunds (tenant_id, id, order_id, amount_fen, late, reason, requested_at,
       positions, quantities, amounts_fen)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tenantId, refund.id, refund.orderId, refund.amount, refund.late, refund.reason],
      refund.at,
      refund.lines.map((line) => line.position),
      refund.lines.map((line) => line.quantity),
      refund.lines.map((line) => line.amount),
    ],
  );
}

interface RefundRow {
  id: string;
  order_id: string;
  amount_fen: bigint;
  late: boolean;
  reason: string;
  requested_at: string;
  positions: number[];
  quantities: bigint[];
  amounts_fen: bigint[];
}

export async function loadRefunds(
  tx: Transaction,
  tenantId: number,
  orderId: string,
): Promise<Refund[]> {
  const rows = await tx.query<RefundRow>(
    `select id, order_id, amount_fen, late, reason, requested_at, positions, quantities,
       amounts_fen
     from refunds
     where tenant_id = $1
       and order_id = $2
     order by requested_at, id`,
    [tenantId, orderId],
  );
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    amount: fen(row.amount_fen),
    late: row.late,
    reason: row.reason,
    at: row.requested_at,
    lines: row.positions.map((position, index) => ({
      position,
      quantity: row.quantities[index] ?? 0n,
      amount: fen(row.amounts_fen[index] ?? 0n),
    })),
  }));
}
