import type { Transaction } from '../postgres/index.ts';

/** A transfer as its row holds it; legs are parallel arrays sorted by account id. */
export interface StoredTransfer {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly causeType: string;
  readonly causeId: string;
  readonly member: bigint | null;
  readonly merchant: bigint | null;
  readonly accountIds: readonly bigint[];
  readonly assets: readonly number[];
  readonly amounts: readonly bigint[];
}

/** Inserts transfers, set-based: one statement whatever their number. */
export function insertTransfers(
  tx: Transaction,
  tenantId: number,
  rows: readonly StoredTransfer[],
  recordedAt: string,
): void {
  tx.defer(
    `insert into transfers (tenant_id, id, at, recorded_at, kind, cause_type, cause_id, member,
       merchant, account_ids, assets, amounts)
     select $1, row.id, row.at, $2, row.kind, row.cause_type, row.cause_id, row.member,
       row.merchant, row.account_ids::bigint[], row.assets::smallint[], row.amounts::numeric[]
     from unnest($3::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::bigint[],
       $9::bigint[], $10::text[], $11::text[], $12::text[])
       as row (id, at, kind, cause_type, cause_id, member, merchant, account_ids, assets, amounts)`,
    [
      tenantId,
      recordedAt,
      rows.map((row) => row.id),
      rows.map((row) => row.at),
      rows.map((row) => row.kind),
      rows.map((row) => row.causeType),
      rows.map((row) => row.causeId),
      rows.map((row) => row.member),
      rows.map((row) => row.merchant),
      rows.map((row) => `{${row.accountIds.join(',')}}`),
      rows.map((row) => `{${row.assets.join(',')}}`),
      rows.map((row) => `{${row.amounts.join(',')}}`),
    ],
  );
}

export interface BalanceChange {
  readonly accountId: bigint;
  readonly amount: bigint;
  readonly mayBeNegative: boolean;
}

/**
 * Adds to exact balances; `changes` come sorted by account id, one per account. Rows are opened
 * first and then locked in that order: an upsert would check its bound on the change alone.
 */
export function addToBalances(
  tx: Transaction,
  tenantId: number,
  changes: readonly BalanceChange[],
): void {
  const ids = changes.map((change) => change.accountId);
  tx.defer(
    `insert into balances (tenant_id, account_id, balance, may_be_negative)
       select $1, row.account_id, 0, row.may_be_negative
       from unnest($2::bigint[], $3::boolean[]) as row (account_id, may_be_negative)
       order by row.account_id
       on conflict do nothing`,
    [tenantId, ids, changes.map((change) => change.mayBeNegative)],
  );
  tx.defer(
    `with locked as materialized (
         select account_id
         from balances
         where tenant_id = $1
           and account_id = any ($2::bigint[])
         order by account_id
         for update
       )
       update balances
       set balance = balances.balance + change.amount
       from unnest($2::bigint[], $3::numeric[]) as change (account_id, amount)
       join locked on locked.account_id = change.account_id
       where balances.tenant_id = $1
         and balances.account_id = change.account_id`,
    [tenantId, ids, changes.map((change) => change.amount)],
  );
}

interface TransferRow {
  id: string;
  at: string;
  kind: string;
  cause_type: string;
  cause_id: string;
  member: bigint | null;
  merchant: bigint | null;
  account_ids: bigint[];
  assets: number[];
  amounts: bigint[];
}

const COLUMNS =
  'id, at, kind, cause_type, cause_id, member, merchant, account_ids, assets, amounts';

export async function loadTransfer(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<StoredTransfer | null> {
  const row = await tx.first<TransferRow>(
    `select ${COLUMNS}
     from transfers
     where tenant_id = $1
       and id = $2`,
    [tenantId, id],
  );
  return row === undefined ? null : toTransfer(row);
}

/** The transfers of some causes of one type, oldest first. */
export async function loadTransfersOfCause(
  tx: Transaction,
  tenantId: number,
  cause: { readonly type: string; readonly ids: readonly string[] },
): Promise<readonly StoredTransfer[]> {
  const rows = await tx.query<TransferRow>(
    `select ${COLUMNS}
     from transfers
     where tenant_id = $1
       and cause_type = $2
       and cause_id = any ($3::text[])
     order by at, id`,
    [tenantId, cause.type, cause.ids],
  );
  return rows.map(toTransfer);
}

/** The sum of all legs of every account that has any. */
export async function sumLegs(
  tx: Transaction,
  tenantId: number,
): Promise<readonly { account_id: bigint; asset: number; balance: bigint }[]> {
  return tx.query(
    `select account_id, asset, sum(amount) as balance
     from postings
     where tenant_id = $1
     group by account_id, asset`,
    [tenantId],
  );
}

/** Every exact balance row. */
export async function loadBalances(
  tx: Transaction,
  tenantId: number,
): Promise<readonly { account_id: bigint; balance: bigint }[]> {
  return tx.query('select account_id, balance from balances where tenant_id = $1', [tenantId]);
}

function toTransfer(row: TransferRow): StoredTransfer {
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    causeType: row.cause_type,
    causeId: row.cause_id,
    member: row.member,
    merchant: row.merchant,
    accountIds: row.account_ids,
    assets: row.assets,
    amounts: row.amounts,
  };
}
