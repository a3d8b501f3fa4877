import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importTable } from './import-table.ts';
import { checkComposition, checkImports, checkTable } from './imports.ts';
import { show } from './tree.ts';

const manifests: readonly [string, string][] = [
  ['kernel/outcome/package.json', '{ "name": "@tuodi/outcome" }'],
  ['kernel/amount/package.json', '{ "name": "@tuodi/amount" }'],
  ['kernel/economy/package.json', '{ "name": "@tuodi/economy" }'],
  ['kernel/ledger/package.json', '{ "name": "@tuodi/ledger" }'],
  ['wire/package.json', '{ "name": "@tuodi/wire" }'],
  ['platform/package.json', '{ "name": "@tuodi/platform" }'],
];

function findingsOf(file: string, text: string): readonly string[] {
  return show(checkImports(new Map([...manifests, [file, text]])));
}

test('what the table lists is allowed', () => {
  const text = "import { fen } from '@tuodi/amount';\nimport { step } from './step.ts';\n";
  assert.deepEqual(findingsOf('kernel/economy/src/sell.ts', text), []);
});

test('a room may not import a room that its row does not list', () => {
  assert.deepEqual(findingsOf('kernel/amount/src/a.ts', "import { x } from '@tuodi/economy';"), [
    'kernel/amount/src/a.ts:1 kernel/amount may not import kernel/economy',
  ]);
});

test('each way to import is seen: import, type, export from, import() and a type of import()', () => {
  const text = [
    "import type { A } from '@tuodi/economy';",
    "export { b } from '@tuodi/economy';",
    "export * from '@tuodi/economy';",
    "const c = await import('@tuodi/economy');",
    "type D = import('@tuodi/economy').D;",
    "const e = require('@tuodi/economy');",
  ].join('\n');
  const lines = findingsOf('kernel/amount/src/a.ts', text).map((line) => line.split(' ')[0]);
  const wanted = [1, 2, 3, 4, 5, 6].map((line) => `kernel/amount/src/a.ts:${line}`);
  assert.deepEqual(lines, wanted);
});

test('a package from outside needs to be listed, and node: counts as one', () => {
  assert.deepEqual(findingsOf('kernel/economy/src/a.ts', "import fs from 'node:fs';"), [
    "kernel/economy/src/a.ts:1 kernel/economy may not import the package 'node:*'",
  ]);
  assert.equal(findingsOf('web/client/src/a.ts', "import pad from 'left-pad';").length, 1);
  assert.equal(findingsOf('web/console/src/a.ts', "import '@mantine/core/styles.css';").length, 0);
});

test('a test may use the runtime and fast-check, and no package more', () => {
  const file = 'kernel/economy/src/a.property.test.ts';
  assert.deepEqual(findingsOf(file, "import fc from 'fast-check'; import 'node:test';"), []);
  assert.equal(findingsOf(file, "import pg from 'pg';").length, 1);
});

test('a computed import is allowed to the rooms that are listed for it only', () => {
  const text = 'const face = await import(name);';
  assert.equal(findingsOf('wire/src/a.ts', text).length, 1);
  assert.equal(findingsOf('platform/src/main.ts', text).length, 0);
});

test('a room without a row fails, and so does a script outside every wing', () => {
  assert.deepEqual(findingsOf('platform/src/lottery/service.ts', ''), [
    "platform/src/lottery/service.ts:0 the room 'platform/lottery' is not in the import table",
  ]);
  assert.equal(findingsOf('scripts/a.ts', '').length, 1);
});

test('a tree without a script fails: a check that sees nothing is not green', () => {
  assert.deepEqual(show(checkImports(new Map(manifests))), ['.:0 no script was seen at all']);
});

test('a script that cannot be parsed is an error, not a pass', () => {
  assert.throws(() => findingsOf('wire/src/a.ts', 'import {'), /wire\/src\/a.ts cannot be parsed/);
});

test('a relative import never leaves its package', () => {
  const file = 'kernel/economy/src/a.ts';
  assert.equal(findingsOf(file, "import { x } from '../../amount/src/index.ts';").length, 1);
});

test('a platform room enters another by its index.ts only', () => {
  const file = 'platform/src/orders/service.ts';
  assert.deepEqual(findingsOf(file, "import { x } from '../stock/index.ts';"), []);
  assert.deepEqual(findingsOf(file, "import { x } from '../stock/store.ts';"), [
    `${file}:1 platform/stock is entered by its index.ts only`,
  ]);
});

test('a platform room may know the context it is given, and nothing else that constructs', () => {
  const file = 'platform/src/orders/service.ts';
  assert.deepEqual(findingsOf(file, "import type { Context } from '../context.ts';"), []);
  assert.equal(findingsOf(file, "import { openContext } from '../operator.ts';").length, 1);
});

test('only store.ts uses postgres; its types may be named by all', () => {
  const text = "import { inTenant } from '../postgres/index.ts';";
  assert.deepEqual(findingsOf('platform/src/orders/store.ts', text), []);
  assert.deepEqual(
    findingsOf('platform/src/orders/store/save.ts', text.replace('../', '../../')),
    [],
  );
  assert.deepEqual(findingsOf('platform/src/orders/service.ts', text), [
    "platform/src/orders/service.ts:1 'platform/postgres': only store.ts speaks to the database",
  ]);
  const type = "import type { Transaction } from '../postgres/index.ts';";
  assert.deepEqual(findingsOf('platform/src/orders/service.ts', type), []);
  assert.equal(findingsOf('platform/src/orders/store.ts', "import pg from 'pg';").length, 1);
});

test('only routes.ts uses hono and the routes of wire', () => {
  const text = "import { Hono } from 'hono';\nimport { routes } from '@tuodi/wire';";
  assert.deepEqual(findingsOf('platform/src/orders/routes.ts', text), []);
  assert.equal(findingsOf('platform/src/orders/service.ts', text).length, 2);
});

test('a test of a platform room may ask any room for what it needs, but not for its insides', () => {
  const file = 'platform/src/stock/stock.postgres.test.ts';
  assert.deepEqual(findingsOf(file, "import { x } from '../orders/index.ts';"), []);
  assert.deepEqual(findingsOf(file, "import { x } from '../testing.ts';"), []);
  assert.equal(findingsOf(file, "import { x } from '../orders/store.ts';").length, 1);
});

test('nothing but the composition stands in platform/src', () => {
  const tree = new Map([
    ['platform/src/main.ts', ''],
    ['platform/src/testing.ts', ''],
    ['platform/src/discount.ts', ''],
  ]);
  assert.deepEqual(
    checkComposition(tree).map((finding) => finding.path),
    ['platform/src/discount.ts'],
  );
});

test('rooms that import one another fail, and so does a row that names an unknown room', () => {
  const table = {
    a: { rooms: ['b'], packages: [] },
    b: { rooms: ['c'], packages: [] },
    c: { rooms: ['a', 'd'], packages: [] },
  };
  const messages = checkTable(table).map((finding) => finding.message);
  assert.deepEqual(messages, ['c names d, which has no row', 'rooms import one another: a, b, c']);
});

test('no kernel room above the ledger knows another one, and no kernel room leaves the kernel', () => {
  for (const [room, rule] of Object.entries(importTable)) {
    if (!room.startsWith('kernel/')) continue;
    assert.deepEqual(rule.packages, [], room);
    const low = ['kernel/outcome', 'kernel/amount', 'kernel/ledger'];
    assert.deepEqual(
      rule.rooms.filter((target) => !low.includes(target)),
      [],
      room,
    );
  }
});
