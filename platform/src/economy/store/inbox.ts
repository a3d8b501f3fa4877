import type { EconomyEvent } from '@tuodi/economy';
import type { Transaction } from '../../context.ts';
import type { Source } from '../entry.ts';
import type { StoredOutcome } from './batch.ts';

/** The channel on which a commit with new inbox rows tells the writer of the tenant. */
export const INBOX_CHANNEL = 'tuodi_economy_inbox';

/**
 * Appends events to the inbox in the caller's transaction; a source that waits or happened already
 * is left alone. One notification per call, however many events, once it is committed. Whether it
 * happened is asked row by row: as a join, a plan made for small tables would read all outcomes.
 */
export function insertInbox(
  tx: Transaction,
  tenantId: number,
  rows: readonly { readonly source: Source; readonly at: string; readonly event: EconomyEvent }[],
): void {
  tx.defer(
    `insert into economy_inbox (tenant_id, source_type, source_id, at, event)
     select $1, row.source_type, row.source_id, row.at, row.event
     from unnest($2::text[], $3::text[], $4::timestamptz[], $5::json[])
       with ordinality as row (source_type, source_id, at, event, position)
     where (
       select true
       from economy_outcomes outcome
       where outcome.tenant_id = $1
         and outcome.source_type = row.source_type
         and outcome.source_id = row.source_id
     ) is null
     order by row.position
     on conflict (tenant_id, source_type, source_id) do nothing`,
    [
      tenantId,
      rows.map((row) => row.source.type),
      rows.map((row) => row.source.id),
      rows.map((row) => row.at),
      rows.map((row) => JSON.stringify(row.event)),
    ],
  );
  tx.wakeAfterCommit(INBOX_CHANNEL, String(tenantId));
}

/** The stored outcome of one source, null while there is none. */
export async function loadOutcome(
  tx: Transaction,
  tenantId: number,
  source: Source,
): Promise<StoredOutcome | null> {
  const row = await tx.first<{ seq: bigint | null; input_hash: Buffer; outcome: unknown }>(
    `select seq, input_hash, outcome
     from economy_outcomes
     where tenant_id = $1
       and source_type = $2
       and source_id = $3`,
    [tenantId, source.type, source.id],
  );
  if (row === undefined) return null;
  return { source, seq: row.seq, inputHash: row.input_hash, outcome: row.outcome };
}

/** How many events of the tenant wait. */
export async function countInbox(tx: Transaction, tenantId: number): Promise<bigint> {
  const row = await tx.first<{ count: bigint }>(
    'select count(*) as count from economy_inbox where tenant_id = $1',
    [tenantId],
  );
  return row?.count ?? 0n;
}

/** Tenants with waiting events; asked by the writer's role, which may see all of the inbox. */
export async function tenantsWithEvents(tx: Transaction): Promise<number[]> {
  const rows = await tx.query<{ tenant_id: number }>(
    'select distinct tenant_id from economy_inbox',
  );
  return rows.map((row) => row.tenant_id);
}
