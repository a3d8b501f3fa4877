import type { Role } from '../actor.ts';
import type { Transaction } from '../postgres/index.ts';
import type { Instant } from '../tenancy/index.ts';

export interface Membership {
  readonly member: bigint;
  readonly personId: string | null;
  readonly phone: string | null;
  readonly externalReference: string | null;
  readonly roles: readonly Role[];
  readonly merchant: bigint | null;
}

export interface CodeRow {
  readonly id: string;
  readonly codeHash: Buffer;
  readonly attempts: number;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

const MEMBERSHIP = `select member, person_id as "personId", people.phone,
    external_reference as "externalReference", roles, merchant
  from memberships
  left join people on people.id = memberships.person_id`;

/** The person of a phone; made with `id` when there is none. */
export async function personOf(
  tx: Transaction,
  person: { readonly id: string; readonly phone: string; readonly at: Instant },
): Promise<string> {
  await tx.run(
    `insert into people (id, phone, created_at)
     values ($1, $2, $3)
     on conflict (phone) do nothing`,
    [person.id, person.phone, person.at],
  );
  const row = await tx.first<{ id: string }>('select id from people where phone = $1', [
    person.phone,
  ]);
  return row?.id ?? person.id;
}

export async function membershipOfPerson(
  tx: Transaction,
  tenantId: number,
  personId: string,
): Promise<Membership | null> {
  const row = await tx.first<Membership>(`${MEMBERSHIP} where tenant_id = $1 and person_id = $2`, [
    tenantId,
    personId,
  ]);
  return row ?? null;
}

export async function membershipOfMember(
  tx: Transaction,
  tenantId: number,
  member: bigint,
): Promise<Membership | null> {
  const row = await tx.first<Membership>(`${MEMBERSHIP} where tenant_id = $1 and member = $2`, [
    tenantId,
    member,
  ]);
  return row ?? null;
}

export async function membershipOfReference(
  tx: Transaction,
  tenantId: number,
  externalReference: string,
): Promise<Membership | null> {
  const row = await tx.first<Membership>(
    `${MEMBERSHIP} where tenant_id = $1 and external_reference = $2`,
    [tenantId, externalReference],
  );
  return row ?? null;
}

export async function insertMembership(
  tx: Transaction,
  tenantId: number,
  membership: Membership & { readonly at: Instant },
): Promise<void> {
  await tx.run(
    `insert into memberships
       (tenant_id, member, person_id, external_reference, roles, merchant, joined_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[tenantId, membership.member, membership.personId, membership.externalReference],
      ...[membership.roles, membership.merchant, membership.at],
    ],
  );
}

export async function updateRoles(
  tx: Transaction,
  tenantId: number,
  change: Pick<Membership, 'member' | 'roles' | 'merchant'>,
): Promise<void> {
  await tx.run(
    'update memberships set roles = $3, merchant = $4 where tenant_id = $1 and member = $2',
    [tenantId, change.member, change.roles, change.merchant],
  );
}

/** One phone's requests of this moment go one after the other, so that the limit is exact. */
export async function lockPhone(tx: Transaction, tenantId: number, phone: string): Promise<void> {
  await tx.run('select pg_advisory_xact_lock($1, hashtext($2))', [tenantId, phone]);
}

/** When codes were sent to a phone since `since`, oldest first. */
export async function codesSince(
  tx: Transaction,
  tenantId: number,
  sent: { readonly phone: string; readonly since: Instant },
): Promise<readonly Instant[]> {
  const rows = await tx.query<{ at: Instant }>(
    `select created_at as at
     from sign_in_codes
     where tenant_id = $1
       and phone = $2
       and created_at > $3
     order by created_at`,
    [tenantId, sent.phone, sent.since],
  );
  return rows.map((row) => row.at);
}

export async function insertCode(
  tx: Transaction,
  tenantId: number,
  code: Pick<CodeRow, 'id' | 'codeHash' | 'expiresAt'> & {
    readonly phone: string;
    readonly at: Instant;
  },
): Promise<void> {
  await tx.run(
    `insert into sign_in_codes (tenant_id, id, phone, code_hash, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [tenantId, code.id, code.phone, code.codeHash, code.at, code.expiresAt],
  );
}

/** The newest code of a phone, locked: attempts are counted one by one. */
export async function lockNewestCode(
  tx: Transaction,
  tenantId: number,
  phone: string,
): Promise<CodeRow | null> {
  const row = await tx.first<CodeRow>(
    `select id, code_hash as "codeHash", attempts, expires_at as "expiresAt", used_at as "usedAt"
     from sign_in_codes
     where tenant_id = $1
       and phone = $2
     order by created_at desc, id desc
     limit 1
     for update`,
    [tenantId, phone],
  );
  return row ?? null;
}

export async function countAttempt(tx: Transaction, tenantId: number, id: string): Promise<void> {
  await tx.run(
    'update sign_in_codes set attempts = attempts + 1 where tenant_id = $1 and id = $2',
    [tenantId, id],
  );
}

export async function useCode(
  tx: Transaction,
  tenantId: number,
  code: { readonly id: string; readonly at: Instant },
): Promise<void> {
  await tx.run('update sign_in_codes set used_at = $3 where tenant_id = $1 and id = $2', [
    tenantId,
    code.id,
    code.at,
  ]);
}

export async function insertSession(
  tx: Transaction,
  tenantId: number,
  session: {
    readonly tokenHash: Buffer;
    readonly member: bigint;
    readonly at: Instant;
    readonly expiresAt: Instant;
  },
): Promise<void> {
  await tx.run(
    `insert into sessions (tenant_id, token_hash, member, created_at, expires_at)
     values ($1, $2, $3, $4, $5)`,
    [tenantId, session.tokenHash, session.member, session.at, session.expiresAt],
  );
}

/** The membership behind a living session; null when the session is unknown, ended or expired. */
export async function membershipOfSession(
  tx: Transaction,
  tenantId: number,
  session: { readonly tokenHash: Buffer; readonly at: Instant },
): Promise<Membership | null> {
  const row = await tx.first<Membership>(
    `${MEMBERSHIP}
     join sessions using (tenant_id, member)
     where tenant_id = $1
       and token_hash = $2
       and ended_at is null
       and expires_at > $3`,
    [tenantId, session.tokenHash, session.at],
  );
  return row ?? null;
}

export async function endSession(
  tx: Transaction,
  tenantId: number,
  session: { readonly tokenHash: Buffer; readonly at: Instant },
): Promise<void> {
  await tx.run(
    `update sessions
     set ended_at = $3
     where tenant_id = $1
       and token_hash = $2
       and ended_at is null`,
    [tenantId, session.tokenHash, session.at],
  );
}

/** Deletes sessions and codes that expired before `before`; answers how many. */
export async function deleteExpired(
  tx: Transaction,
  tenantId: number,
  before: Instant,
): Promise<number> {
  const sessions = await tx.run('delete from sessions where tenant_id = $1 and expires_at < $2', [
    tenantId,
    before,
  ]);
  const codes = await tx.run('delete from sign_in_codes where tenant_id = $1 and expires_at < $2', [
    tenantId,
    before,
  ]);
  return sessions + codes;
}
