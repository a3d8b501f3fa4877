import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTenant } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { violatedConstraint } from './transaction.ts';

let database: TestDatabase;
let plum: Tenant;
let pear: Tenant;

before(async () => {
  database = await createTestDatabase();
  plum = await open('plum');
  pear = await open('pear');
  for (const tenant of [plum, pear]) {
    await database.context.transaction(tenant.id, (tx) =>
      tx.run(`insert into tenant_counters (tenant_id, name, value) values ($1, 'n', 1)`, [
        tenant.id,
      ]),
    );
  }
});
after(() => database.close());

async function open(slug: string): Promise<Tenant> {
  const outcome = await openTenant(database.context, { slug, name: slug, profile: 'document' });
  assert.ok(outcome.ok);
  return outcome.value;
}

/** Tables without row-level security, and why each may be. */
const OPEN_TABLES = [
  'assets', // codes and decimals, the same for all
  'partitioned_tables', // names of tables
  'people', // global: a person may shop in many malls
  'schema_migrations',
  'tenant_domains', // read before the tenant is known
  'tenants', // read before the tenant is known
];

test('every table but the listed ones has forced row-level security with a policy', async () => {
  const { rows } = await database.asOwner((owner) =>
    owner.query<{ name: string; guarded: boolean }>(
      `select relname as name,
         relrowsecurity and relforcerowsecurity
           and exists (select from pg_policy where polrelid = pg_class.oid) as guarded
       from pg_class
       where relkind in ('r', 'p')
         and not relispartition
         and relnamespace = 'public'::regnamespace
       order by relname collate "C"`,
    ),
  );
  assert.ok(rows.length > 10);
  const unguarded = rows.filter((row) => !row.guarded).map((row) => row.name);
  assert.deepEqual(unguarded, OPEN_TABLES);
});

test('the guard of the tables finds one that has no policy', async () => {
  const { rows } = await database.asOwner(async (owner) => {
    await owner.query('begin; create table unguarded (tenant_id int)');
    const found = await owner.query<{ guarded: boolean }>(
      `select relrowsecurity as guarded from pg_class where relname = 'unguarded'`,
    );
    await owner.query('rollback');
    return found;
  });
  assert.deepEqual(rows, [{ guarded: false }]);
});

/** Policies that see across tenants, and why each may. */
const WIDE_POLICIES = [
  // The writer asks which tenants have something waiting; it reads no more than that.
  { name: 'writer_sees_what_waits', table: 'economy_inbox', verb: 'r', roles: 'tuodi_writer' },
];

test('every policy compares tenant_id with the setting, but for the listed ones', async () => {
  const { rows } = await database.asOwner((owner) =>
    owner.query<{ name: string; table: string; verb: string; roles: string }>(
      `select polname as name, polrelid::regclass::text as table, polcmd::text as verb,
         (select string_agg(rolname, ', ') from pg_roles where oid = any (polroles)) as roles
       from pg_policy
       where pg_get_expr(polqual, polrelid) <>
         '(tenant_id = (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::integer)'
         or polwithcheck is not null`,
    ),
  );
  assert.deepEqual(rows, WIDE_POLICIES);
});

test('no program role may read a partition past its parent', async () => {
  const { rows } = await database.asOwner((owner) =>
    owner.query<{ name: string }>(
      `select relname as name
       from pg_class, unnest(array['tuodi_app', 'tuodi_writer']) as role
       where relispartition
         and relkind = 'r'
         and has_table_privilege(role, pg_class.oid, 'select, insert, update, delete')`,
    ),
  );
  assert.deepEqual(rows, []);
});

test('a tenant sees its own rows and no others, also by raw SQL', async () => {
  const seen = await database.context.transaction(plum.id, (tx) =>
    tx.query<{ tenant_id: number }>('select tenant_id from tenant_counters'),
  );
  assert.deepEqual(seen, [{ tenant_id: plum.id }]);
  const asked = await database.context.transaction(plum.id, (tx) =>
    tx.query('select 1 from tenant_counters where tenant_id = $1', [pear.id]),
  );
  assert.deepEqual(asked, []);
});

test('a tenant changes and deletes no row of another, and inserts none for it', async () => {
  const { context } = database;
  const changed = await context.transaction(plum.id, (tx) =>
    tx.run('update tenant_counters set value = 99 where tenant_id = $1', [pear.id]),
  );
  assert.equal(changed, 0);
  await assert.rejects(
    context.transaction(plum.id, (tx) =>
      tx.run(`insert into tenant_counters (tenant_id, name, value) values ($1, 'm', 1)`, [pear.id]),
    ),
    /row-level security/,
  );
});

test('outside a tenant, and on a connection that was in one, no row is seen', async () => {
  const { app } = database.context.pools;
  const client = await app.connect();
  try {
    await client.query(`begin; set local app.tenant = '${String(plum.id)}'`);
    assert.equal((await client.query('select from tenant_counters')).rowCount, 1);
    await client.query('commit');
    assert.equal((await client.query('select from tenant_counters')).rowCount, 0);
  } finally {
    client.release();
  }
  const rows = await database.context.outsideTenant((tx) => tx.query('select from memberships'));
  assert.deepEqual(rows, []);
});

test('the program can neither switch row-level security off nor become the owner', async () => {
  const { context } = database;
  const refused = [
    'alter table memberships disable row level security',
    'drop policy one_tenant on memberships',
    'set role postgres',
    'update tenants set id = 9',
    'delete from tenants',
    'select * from schema_migrations',
    'create table mine (n int)',
  ];
  for (const text of refused) {
    await assert.rejects(
      context.transaction(plum.id, (tx) => tx.run(text)),
      /permission denied|must be owner/,
      text,
    );
  }
});

test('a tenant id that is not a positive integer never reaches the database', async () => {
  const { context } = database;
  for (const id of [0, -1, 1.5, Number.NaN, 2 ** 31]) {
    await assert.rejects(
      context.transaction(id, (tx) => tx.run('select 1')),
      /tenant id/,
    );
  }
});

test('a throw rolls everything back', async () => {
  const { context } = database;
  await assert.rejects(
    context.transaction(plum.id, async (tx) => {
      await tx.run('update tenant_counters set value = 50 where tenant_id = $1', [plum.id]);
      throw new Error('no');
    }),
    /^Error: no$/,
  );
  assert.equal(await counter(plum), 1n);
});

test('a swallowed database error cannot pass for a commit', async () => {
  await assert.rejects(
    database.context.transaction(plum.id, async (tx) => {
      await tx.run('select 1 / 0').catch(() => undefined);
      return 'looks fine';
    }),
    /commit was answered with ROLLBACK/,
  );
});

test('a deadlock is repeated until both sides are done', async () => {
  const { context } = database;
  await context.transaction(plum.id, (tx) =>
    tx.run(
      `insert into tenant_counters (tenant_id, name, value) values ($1, 'a', 0), ($1, 'b', 0)`,
      [plum.id],
    ),
  );
  let waiting = 0;
  const crosswise = (names: readonly string[]): Promise<void> =>
    context.transaction(plum.id, async (tx) => {
      for (const name of names) {
        await tx.run(
          `update tenant_counters set value = value + 1 where tenant_id = $1 and name = $2`,
          [plum.id, name],
        );
        waiting += 1;
        while (waiting < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
  await Promise.all([crosswise(['a', 'b']), crosswise(['b', 'a'])]);
  const rows = await context.transaction(plum.id, (tx) =>
    tx.query(`select value from tenant_counters where tenant_id = $1 and name in ('a', 'b')`, [
      plum.id,
    ]),
  );
  assert.deepEqual(rows, [{ value: 2n }, { value: 2n }]);
});

test('integers and instants arrive exactly', async () => {
  const row = await database.context.outsideTenant((tx) =>
    tx.first(
      `select 9007199254740993::int8 as big, 1e37::numeric(38, 0) as wide,
         array[1, null, 3]::int8[] as list, array[]::numeric[] as none, array[5]::numeric[] as one,
         '2026-11-25 16:00:00.000001+08'::timestamptz as at, '2026-11-25'::date as day,
         array['2026-11-25 00:00+00'::timestamptz] as ats`,
    ),
  );
  assert.deepEqual(row, {
    big: 9007199254740993n,
    wide: 10n ** 37n,
    list: [1n, null, 3n],
    none: [],
    one: [5n],
    at: '2026-11-25T08:00:00.000001Z',
    day: '2026-11-25',
    ats: ['2026-11-25T00:00:00Z'],
  });
});

test('bigints are bound exactly, alone and in lists', async () => {
  const row = await database.context.outsideTenant((tx) =>
    tx.first('select $1::numeric as one, $2::int8[] as list', [10n ** 30n, [1n, -2n]]),
  );
  assert.deepEqual(row, { one: 10n ** 30n, list: [1n, -2n] });
});

test('a violated constraint is known by its name', async () => {
  const error: unknown = await database.context
    .transaction(plum.id, (tx) =>
      tx.run(`insert into tenant_counters (tenant_id, name, value) values ($1, 'x', -1)`, [
        plum.id,
      ]),
    )
    .catch((caught: unknown) => caught);
  assert.equal(violatedConstraint(error), 'tenant_counters_value_must_not_be_negative');
  assert.equal(violatedConstraint(new Error('other')), null);
});

test('a deferred statement that fails takes the whole transaction with it, under its own name', async () => {
  const before = await counter(plum);
  const addOne = `insert into tenant_counters as counter (tenant_id, name, value) values ($1, 'n', 1)
    on conflict (tenant_id, name) do update set value = counter.value + 1`;
  const broken = database.context.transaction(plum.id, async (tx) => {
    tx.defer(addOne, [plum.id]);
    tx.defer(`insert into tenant_counters (tenant_id, name, value) values ($1, 'y', -1)`, [
      plum.id,
    ]);
    tx.defer(addOne, [plum.id]);
    // Fails because the one before it has; the first error is the one that is told.
    await tx.run(addOne, [plum.id]);
  });
  const error: unknown = await broken.catch((caught: unknown) => caught);
  assert.equal(violatedConstraint(error), 'tenant_counters_value_must_not_be_negative');
  const atTheEnd = database.context.transaction(plum.id, (tx) => {
    tx.defer(addOne, [plum.id]);
    tx.defer(`insert into tenant_counters (tenant_id, name, value) values ($1, 'y', -1)`, [
      plum.id,
    ]);
  });
  await assert.rejects(atTheEnd, { constraint: 'tenant_counters_value_must_not_be_negative' });
  assert.equal(await counter(plum), before);
  await database.context.transaction(plum.id, (tx) => tx.defer(addOne, [plum.id]));
  assert.equal(await counter(plum), (before ?? 0n) + 1n);
});

async function counter(tenant: Tenant): Promise<bigint | undefined> {
  const row = await database.context.transaction(tenant.id, (tx) =>
    tx.first<{ value: bigint }>(
      `select value from tenant_counters where tenant_id = $1 and name = 'n'`,
      [tenant.id],
    ),
  );
  return row?.value;
}
