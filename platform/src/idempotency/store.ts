import { violatedConstraint } from '../postgres/index.ts';
import type { Transaction } from '../postgres/index.ts';

/** What makes a request the same request. */
export interface Scope {
  readonly tenantId: number;
  /** `u:<member number>`, or what else acts ("gateway"). */
  readonly actor: string;
  /** Method and pattern: "POST /v1/checkouts". */
  readonly route: string;
  readonly key: string;
}

export interface KeptAnswer {
  readonly inputHash: Uint8Array;
  readonly answer: unknown;
}

export async function loadAnswer(tx: Transaction, scope: Scope): Promise<KeptAnswer | null> {
  const row = await tx.first<{ inputHash: Buffer; answer: unknown }>(
    `select input_hash as "inputHash", answer
     from idempotency_keys
     where tenant_id = $1
       and actor = $2
       and route = $3
       and key = $4`,
    [scope.tenantId, scope.actor, scope.route, scope.key],
  );
  return row ?? null;
}

export function insertAnswer(
  tx: Transaction,
  scope: Scope,
  kept: KeptAnswer & { readonly at: string },
): void {
  tx.defer(
    `insert into idempotency_keys
       (tenant_id, actor, route, key, input_hash, answer, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[scope.tenantId, scope.actor, scope.route, scope.key],
      ...[Buffer.from(kept.inputHash), JSON.stringify(kept.answer), kept.at],
    ],
  );
}

/** Whether `insertAnswer` failed because another process has answered the same request. */
export function wasAnsweredElsewhere(error: unknown): boolean {
  return violatedConstraint(error) === 'idempotency_keys_must_be_unique';
}

export function deleteAnswersBefore(
  tx: Transaction,
  tenantId: number,
  before: string,
): Promise<number> {
  return tx.run('delete from idempotency_keys where tenant_id = $1 and created_at < $2', [
    tenantId,
    before,
  ]);
}
