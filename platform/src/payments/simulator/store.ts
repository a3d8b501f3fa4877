import type { Transaction } from '../../context.ts';

/** A line of the simulated gateway's bill. */
export interface BillLine {
  readonly gateway: bigint;
  readonly id: string;
  readonly kind: 'payment_succeeded' | 'payment_failed' | 'refund_succeeded';
  readonly attemptId: string;
  readonly refundId: string | null;
  readonly amount: bigint;
  readonly at: string;
}

/** Writes what is not on the bill yet: what was asked for twice happens once. */
export async function insertBill(
  tx: Transaction,
  tenantId: number,
  bill: { readonly lines: readonly BillLine[]; readonly wall: string },
): Promise<void> {
  const { lines, wall } = bill;
  await tx.run(
    `insert into simulator_bill (tenant_id, gateway, id, kind, attempt_id, refund_id, amount_fen,
       at, recorded_at)
     select $1, line.*, $2
     from unnest($3::bigint[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::bigint[],
       $9::timestamptz[]) as line
     on conflict do nothing`,
    [
      tenantId,
      wall,
      lines.map((line) => line.gateway),
      lines.map((line) => line.id),
      lines.map((line) => line.kind),
      lines.map((line) => line.attemptId),
      lines.map((line) => line.refundId),
      lines.map((line) => line.amount),
      lines.map((line) => line.at),
    ],
  );
}

export async function acknowledge(
  tx: Transaction,
  tenantId: number,
  taken: { readonly lines: readonly BillLine[]; readonly wall: string },
): Promise<void> {
  await tx.run(
    `update simulator_bill as bill
     set acknowledged_at = $2
     from unnest($3::bigint[], $4::text[]) as taken (gateway, id)
     where bill.tenant_id = $1
       and bill.gateway = taken.gateway
       and bill.id = taken.id
       and bill.acknowledged_at is null`,
    [
      ...[tenantId, taken.wall],
      taken.lines.map((line) => line.gateway),
      taken.lines.map((line) => line.id),
    ],
  );
}

/** Lines whose callback nobody has acknowledged, oldest first. */
export function loadUnacknowledged(
  tx: Transaction,
  tenantId: number,
  limits: { readonly recordedBefore: string; readonly count: number },
): Promise<BillLine[]> {
  return tx.query(
    `select gateway, id, kind, attempt_id as "attemptId", refund_id as "refundId",
       amount_fen as amount, at
     from simulator_bill
     where tenant_id = $1
       and acknowledged_at is null
       and recorded_at < $2
     order by recorded_at, id
     limit $3`,
    [tenantId, limits.recordedBefore, limits.count],
  );
}

/** For the audit and tests: everything the simulated gateway did. */
export function loadBill(tx: Transaction, tenantId: number): Promise<BillLine[]> {
  return tx.query(
    `select gateway, id, kind, attempt_id as "attemptId", refund_id as "refundId",
       amount_fen as amount, at
     from simulator_bill
     where tenant_id = $1
     order by recorded_at, id`,
    [tenantId],
  );
}
