import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { migrate, readMigrations } from './migrate.ts';

let database: TestDatabase;
let folder = '';
let url = '';

before(async () => {
  database = await createTestDatabase();
});
after(async () => {
  await database.asOwner((owner) =>
    owner.query('drop database if exists migrate_test with (force)'),
  );
  await database.close();
});
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tuodi-migrations-'));
  await database.asOwner(async (owner) => {
    await owner.query('drop database if exists migrate_test with (force)');
    await owner.query('create database migrate_test');
  });
  const address = new URL(database.url);
  address.pathname = '/migrate_test';
  url = address.href;
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const write = (name: string, sql: string): void => fs.writeFileSync(path.join(folder, name), sql);

test('files are applied in order, once', async () => {
  write('0001_one.sql', 'create table one (n int)');
  write('0002_two.sql', 'insert into one values (1); create table two (n int)');
  assert.deepEqual(await migrate(url, readMigrations(folder)), ['0001_one.sql', '0002_two.sql']);
  assert.deepEqual(await migrate(url, readMigrations(folder)), []);
  write('0003_three.sql', 'insert into two values (2)');
  assert.deepEqual(await migrate(url, readMigrations(folder)), ['0003_three.sql']);
});

test('programs that boot together apply each file once', async () => {
  write('0001_one.sql', 'create table one (n int); select pg_sleep(0.1)');
  const migrations = readMigrations(folder);
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url, migrations)));
  assert.deepEqual(applied.flat(), ['0001_one.sql']);
});

test('a file that fails leaves nothing of itself, and what came before stays', async () => {
  write('0001_one.sql', 'create table one (n int)');
  write('0002_two.sql', 'create table two (n int); select 1 / 0');
  await assert.rejects(migrate(url, readMigrations(folder)), /0002_two.sql: division by zero/);
  write('0002_two.sql', 'create table two (n int)');
  assert.deepEqual(await migrate(url, readMigrations(folder)), ['0002_two.sql']);
});

test('an applied file that was changed is refused', async () => {
  write('0001_one.sql', 'create table one (n int)');
  await migrate(url, readMigrations(folder));
  write('0001_one.sql', 'create table one (n bigint)');
  await assert.rejects(migrate(url, readMigrations(folder)), /0001_one.sql was changed/);
});

test('line ends of Windows are not a change', async () => {
  write('0001_one.sql', 'create table one (\n n int)\n');
  await migrate(url, readMigrations(folder));
  write('0001_one.sql', 'create table one (\r\n n int)\r\n');
  assert.deepEqual(await migrate(url, readMigrations(folder)), []);
});

test('a database that is newer than the program is refused', async () => {
  write('0001_one.sql', 'create table one (n int)');
  await migrate(url, readMigrations(folder));
  await assert.rejects(migrate(url, []), /newer than this program: 0001_one.sql/);
});

test('a file marked "-- no-transaction" may make an index concurrently', async () => {
  write('0001_one.sql', 'create table one (n int)');
  write('0002_two.sql', '-- no-transaction\ncreate index concurrently one_by_n on one (n)');
  assert.equal((await migrate(url, readMigrations(folder))).length, 2);
});

test('a gap in the numbers or a name without one is refused', () => {
  write('0002_two.sql', '');
  assert.throws(() => readMigrations(folder), /0002_two.sql: expected a name with the number 1/);
});
