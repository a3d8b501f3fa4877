import type { Transaction } from '../postgres/index.ts';
import type { Instant } from './clock.ts';
import type { Profile, Tenant } from './tenant.ts';

interface TenantRow {
  id: number;
  slug: string;
  name: string;
  name_en: string | null;
  zone: string;
  currency: 'CNY';
  profile: Profile;
  return_window_days: number;
  clock_now: Instant | null;
  opened_at: Instant;
  simulation: boolean;
  brand: { colour?: string };
}

const COLUMNS = `id, slug, name, name_en, zone, currency, profile, return_window_days,
  clock_now, opened_at, simulation, brand`;

export async function loadTenantById(tx: Transaction, id: number): Promise<Tenant | null> {
  return tenantOf(await tx.first(`select ${COLUMNS} from tenants where id = $1`, [id]));
}

export async function loadTenantBySlug(tx: Transaction, slug: string): Promise<Tenant | null> {
  return tenantOf(await tx.first(`select ${COLUMNS} from tenants where slug = $1`, [slug]));
}

/** By domain; where that is nobody's, by slug. */
export async function loadTenantByAddress(
  tx: Transaction,
  address: { readonly domain: string; readonly slug: string | null },
): Promise<Tenant | null> {
  return tenantOf(
    await tx.first(
      `select ${COLUMNS}
       from tenants
       where id = coalesce(
         (select tenant_id from tenant_domains where domain = $1),
         (select id from tenants where slug = $2)
       )`,
      [address.domain, address.slug],
    ),
  );
}

export async function loadTenants(tx: Transaction): Promise<readonly Tenant[]> {
  const rows = await tx.query<TenantRow>(`select ${COLUMNS} from tenants order by id`);
  return rows.map(toTenant);
}

/** The next free number of a tenant. Held until the end: two openings wait for each other. */
export async function takeTenantId(tx: Transaction): Promise<number> {
  await tx.run('select pg_advisory_xact_lock(7836343)');
  const row = await tx.first<{ id: number }>('select coalesce(max(id), 0) + 1 as id from tenants');
  return row?.id ?? 1;
}

export async function insertTenant(tx: Transaction, tenant: Tenant): Promise<void> {
  const { clock } = tenant;
  await tx.run(
    `insert into tenants (id, slug, name, name_en, zone, currency, profile, return_window_days,
       clock_mode, clock_now, opened_at, simulation, brand)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[tenant.id, tenant.slug, tenant.name, tenant.nameEn, tenant.zone, tenant.currency],
      ...[tenant.profile, tenant.returnWindowDays, clock.mode],
      ...[clock.mode === 'moved' ? clock.now : null, tenant.openedAt, tenant.simulation],
      JSON.stringify(tenant.brandColour === null ? {} : { colour: tenant.brandColour }),
    ],
  );
}

export async function insertDomain(
  tx: Transaction,
  row: { tenantId: number; domain: string },
): Promise<void> {
  await tx.run(
    `insert into tenant_domains (domain, tenant_id)
     values ($1, $2)
     on conflict (domain) do nothing`,
    [row.domain, row.tenantId],
  );
}

/** Moves a standing clock forward; false when it already stands later than `to`. */
export async function updateClock(tx: Transaction, id: number, to: Instant): Promise<boolean> {
  const moved = await tx.run(
    `update tenants
     set clock_now = $2
     where id = $1
       and clock_mode = 'moved'
       and clock_now <= $2`,
    [id, to],
  );
  return moved === 1;
}

/**
 * Makes the month partitions of log and journal for business time `at` and two months ahead. Called
 * wherever business time can enter a new month: opening, moving a clock, and the daily tick.
 */
export async function makePartitions(tx: Transaction, at: Instant): Promise<void> {
  await tx.query('select ensure_month_partitions($1::timestamptz)', [at]);
}

/** Adds `count` to a counter of the tenant and answers its new value. */
export async function addToCounter(
  tx: Transaction,
  counter: { tenantId: number; name: string; count: number },
): Promise<bigint> {
  const row = await tx.first<{ value: bigint }>(
    `insert into tenant_counters as counter (tenant_id, name, value)
     values ($1, $2, $3)
     on conflict (tenant_id, name) do update
     set value = counter.value + excluded.value
     returning value`,
    [counter.tenantId, counter.name, counter.count],
  );
  if (row === undefined) throw new Error('an upsert answers its row');
  return row.value;
}

function tenantOf(row: TenantRow | undefined): Tenant | null {
  return row === undefined ? null : toTenant(row);
}

function toTenant(row: TenantRow): Tenant {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    nameEn: row.name_en,
    zone: row.zone,
    currency: row.currency,
    profile: row.profile,
    returnWindowDays: row.return_window_days,
    clock: row.clock_now === null ? { mode: 'real' } : { mode: 'moved', now: row.clock_now },
    openedAt: row.opened_at,
    simulation: row.simulation,
    brandColour: row.brand.colour ?? null,
  };
}
