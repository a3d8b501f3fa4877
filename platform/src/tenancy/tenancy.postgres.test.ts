import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openContext } from '../operator.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import {
  findTenantByAddress,
  findTenantBySlug,
  listTenants,
  moveClock,
  nextNumber,
  nextNumbers,
  openTenant,
  reloadTenant,
} from './index.ts';
import type { OpenTenant, Tenant } from './index.ts';

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase({ wall: () => '2026-11-25T08:00:00.000Z' });
});
after(() => database.close());

async function open(input: Omit<OpenTenant, 'name' | 'profile'>): Promise<Tenant> {
  const outcome = await openTenant(database.context, {
    name: '示例商城',
    profile: 'cn-conservative',
    ...input,
  });
  assert.ok(outcome.ok);
  return outcome.value;
}

const retail = { clockStartsAt: '2010-12-01T00:00:00Z' };

test('a tenant is found again by slug and by each of its hosts, with or without a port', async () => {
  const tenant = await open({ slug: 'found', domains: ['Shop.Example'], brandColour: '#336699' });
  assert.deepEqual(await findTenantBySlug(database.context, 'found'), {
    ...tenant,
    openedAt: '2026-11-25T08:00:00Z',
  });
  const other = await open({ slug: 'other' });
  const at = async (host: string, slug: string | null): Promise<number | undefined> =>
    (await findTenantByAddress(database.context, { host, slug }))?.id;
  assert.equal(await at('shop.EXAMPLE:8787', null), tenant.id);
  assert.equal(await at('shop.example', 'other'), tenant.id);
  assert.equal(await at('localhost', 'other'), other.id);
  assert.equal(await at('other.example', null), undefined);
  assert.equal(await findTenantBySlug(database.context, 'nobody'), null);
});

test('a taken or malformed slug and an unknown zone are refused', async () => {
  await open({ slug: 'taken' });
  const refusalOf = async (input: Partial<OpenTenant>): Promise<string> => {
    const outcome = await openTenant(database.context, {
      ...{ slug: 'free', name: 'x', profile: 'document' },
      ...input,
    });
    return outcome.ok ? 'done' : outcome.refusal.code;
  };
  assert.equal(await refusalOf({ slug: 'taken' }), 'tenancy.slug_taken');
  assert.equal(await refusalOf({ slug: 'Not A Slug' }), 'tenancy.bad_slug');
  assert.equal(await refusalOf({ zone: 'Asia/Nowhere' }), 'tenancy.unknown_zone');
});

test('tenants opened at the same moment get different ids', async () => {
  const opened = await Promise.all(
    Array.from({ length: 8 }, (_, index) => open({ slug: `same-${String(index)}` })),
  );
  assert.equal(new Set(opened.map((tenant) => tenant.id)).size, 8);
  const listed = (await listTenants(database.context)).map((tenant) => tenant.id);
  assert.ok(opened.every((tenant) => listed.includes(tenant.id)));
});

test('a moved clock stands, goes forward, and never back; a restart goes on where it stood', async () => {
  const { context } = database;
  const tenant = await open({ slug: 'retail', ...retail });
  assert.equal(context.clock.now(tenant), '2010-12-01T00:00:00Z');
  const moved = await moveClock(context, { tenantId: tenant.id, to: '2010-12-02T08:26:00Z' });
  assert.ok(moved.ok);
  assert.equal(context.clock.now(moved.value), '2010-12-02T08:26:00Z');
  const back = await moveClock(context, { tenantId: tenant.id, to: '2010-12-01T09:00:00Z' });
  assert.equal(back.ok ? '' : back.refusal.code, 'tenancy.clock_goes_forward');
  const other = await database.another();
  assert.equal(other.clock.now(await reloadTenant(other, tenant.id)), '2010-12-02T08:26:00Z');
  await other.close();
});

test('a real clock shows the wall and cannot be moved', async () => {
  const { context } = database;
  const tenant = await open({ slug: 'present' });
  assert.equal(context.clock.now(tenant), '2026-11-25T08:00:00.000Z');
  const moved = await moveClock(context, { tenantId: tenant.id, to: '2030-01-01T00:00:00Z' });
  assert.equal(moved.ok ? '' : moved.refusal.code, 'tenancy.clock_is_real');
});

test('in a production installation no clock is moved or opened as movable', async () => {
  const { config } = database.context;
  const tenant = await open({ slug: 'was-demo', ...retail });
  const production = await openContext({ config: { ...config, installation: 'production' } });
  const moved = await moveClock(production, { tenantId: tenant.id, to: '2030-01-01T00:00:00Z' });
  assert.equal(moved.ok ? '' : moved.refusal.code, 'tenancy.clock_is_real');
  const opened = await openTenant(production, {
    ...{ slug: 'movable', name: 'x', profile: 'document' },
    ...retail,
  });
  assert.equal(opened.ok ? '' : opened.refusal.code, 'tenancy.clock_is_real');
  await production.close();
});

test('numbers are gapless per tenant and counter, also when taken at the same moment', async () => {
  const { context } = database;
  const [one, two] = [await open({ slug: 'one' }), await open({ slug: 'two' })];
  const take = (tenant: Tenant): Promise<bigint> =>
    context.transaction(tenant.id, (tx) => nextNumber(tx, tenant.id, 'order'));
  const taken = await Promise.all(Array.from({ length: 20 }, () => take(one)));
  assert.deepEqual(
    taken.toSorted((a, b) => Number(a - b)),
    Array.from({ length: 20 }, (_, index) => BigInt(index + 1)),
  );
  assert.equal(await take(two), 1n);
  const block = await context.transaction(one.id, (tx) =>
    nextNumbers(tx, one.id, { name: 'order', count: 5 }),
  );
  assert.equal(block, 21n);
  assert.equal(await take(one), 26n);
});

test('month partitions are made for the month of a moment and two ahead, past ones too', async () => {
  await database.asOwner((owner) =>
    owner.query(`
      create table marks (tenant_id int not null, at timestamptz not null) partition by range (at);
      insert into partitioned_tables values ('marks')`),
  );
  const make = (at: string): Promise<{ made: number } | undefined> =>
    database.context.outsideTenant((tx) =>
      tx.first<{ made: number }>('select ensure_month_partitions($1) as made', [at]),
    );
  const made = await Promise.all(Array.from({ length: 6 }, () => make('2010-11-30T23:59:59Z')));
  const { rows } = await database.asOwner((owner) =>
    owner.query<{ name: string }>(
      `select relname as name from pg_class
       where relname like 'marks\\_%' and relispartition order by 1`,
    ),
  );
  assert.deepEqual(
    rows.map((row) => row.name),
    ['marks_2010_11', 'marks_2010_12', 'marks_2011_01', 'marks_default'],
  );
  assert.ok(made.length === 6);
  assert.equal((await make('2010-11-01T00:00:00Z'))?.made, 0);
  await assert.rejects(make('1999-12-31T23:59:59Z'), /no partitions are made/);
});
