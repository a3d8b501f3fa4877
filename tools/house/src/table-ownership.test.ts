import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTables, checkTableWrites } from './table-ownership.ts';
import { show } from './tree.ts';

const owners = { 'platform/orders': ['orders'], 'platform/stock': ['stock_levels'] };
const store = 'platform/src/orders/store.ts';

function writes(text: string, file: string = store): readonly string[] {
  return show(checkTableWrites(new Map([[file, text]]), owners));
}

test('a room writes its own tables, in its store', () => {
  assert.deepEqual(writes('const sql = `insert into orders (id) values ($1)`;'), []);
  assert.deepEqual(writes("const sql = 'update orders set state = $1';"), []);
});

test('each verb that writes a table of another room is found', () => {
  const statements = [
    'insert into stock_levels (sku) values ($1)',
    'update stock_levels set held = 0',
    'update only stock_levels set held = 0',
    'delete from stock_levels where sku = $1',
    'merge into stock_levels using x on true when matched then delete',
    'truncate table stock_levels',
    'copy stock_levels (sku) from stdin',
    'with gone as (delete from stock_levels returning sku) select sku from gone',
    'INSERT INTO "stock_levels" (sku) VALUES ($1)',
  ];
  for (const statement of statements) {
    const wanted = [`${store}:1 stock_levels is written by platform/stock only: call its service`];
    assert.deepEqual(writes(`const sql = \`${statement}\`;`), wanted, statement);
  }
});

test('the line of the statement is named, also inside a long template', () => {
  const text = 'const sql = `\n  with a as (select 1)\n  delete from stock_levels`;';
  assert.match(String(writes(text)), /store\.ts:3 /);
});

test('locking, upserting and prose write no table', () => {
  assert.deepEqual(writes('const sql = `select id from stock_levels for update skip locked`;'), []);
  assert.deepEqual(writes("const sql = 'select id from orders for no key update of orders';"), []);
  const upsert = 'insert into orders (id) values ($1) on conflict (id) do update set state = $2';
  assert.deepEqual(writes(`const sql = \`${upsert}\`;`), []);
  assert.deepEqual(writes("const label = 'update stock_levels by hand';"), []);
});

test('a write outside the store fails, also to a table of its own', () => {
  const file = 'platform/src/orders/service.ts';
  assert.deepEqual(writes("const sql = 'delete from orders where id = $1';", file), [
    `${file}:1 only store.ts writes orders`,
  ]);
});

test('a computed table name and a table without an owner fail', () => {
  assert.match(String(writes('const sql = `insert into ${table} (id) values (1)`;')), /computed/);
  assert.match(String(writes("const sql = 'insert into nobody (id) values (1)';")), /no room owns/);
});

test('a temporary table is nobody’s, a test may write anything', () => {
  const text =
    'const a = `create temp table batch (id int)`; const b = `insert into batch select 1`;';
  assert.deepEqual(writes(text), []);
  const broken = "const sql = 'update stock_levels set held = -1';";
  assert.deepEqual(writes(broken, 'platform/src/audit/audit.postgres.test.ts'), []);
});

const migration = 'platform/migrations/0001_orders.sql';

test('a table that a migration makes needs one owner; partitions and comments make none', () => {
  const sql = [
    '-- create table in_a_comment (id int)',
    'create table orders (id int);',
    'create table if not exists stock_levels (id int);',
    'create table orders_2026_01 partition of orders for values from (1) to (2);',
    "execute format('create table if not exists %I (like %I)', part, parent);",
    'create unlogged table scratch (id int);',
  ].join('\n');
  assert.deepEqual(show(checkTables(new Map([[migration, sql]]), owners, [])), [
    `${migration}:6 no room owns the table scratch`,
  ]);
});

test('a row for a table that no migration makes fails, and so does a table with two owners', () => {
  const tree = new Map([[migration, 'create table orders (id int);']]);
  const messages = checkTables(tree, { ...owners, 'platform/audit': ['orders'] }, []).map(
    (finding) => finding.message,
  );
  assert.deepEqual(messages, [
    'orders has two owners',
    'no migration makes the table stock_levels',
  ]);
});

test('a tree without migrations fails: a check that sees nothing is not green', () => {
  assert.equal(checkTables(new Map(), owners, []).length, 1);
});
