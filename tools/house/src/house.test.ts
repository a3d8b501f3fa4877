import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { askGenerator, checkGenerated } from './generated.ts';
import { checkComposition, checkImports, checkTable } from './imports.ts';
import { checkKernelPurity } from './kernel-purity.ts';
import { checkNames } from './names.ts';
import { checkRoomPages } from './room-pages.ts';
import { checkFileSize, checkFunctionSize } from './size.ts';
import { checkTables, checkTableWrites } from './table-ownership.ts';
import { readTree, show } from './tree.ts';
import type { Finding } from './tree.ts';
import { checkNotes, checkPlaces, checkTypeHoles } from './wording.ts';

// The house itself, rule by rule. That each rule can fail is shown beside it, on small trees.
const root = path.resolve(import.meta.dirname, '../../..');
const house = readTree(root);

function holds(findings: readonly Finding[]): void {
  if (findings.length > 0) assert.fail(`\n${show(findings).join('\n')}`);
}

test('the whole house is seen', () => {
  for (const file of [
    'README.md',
    '.ci/run',
    'kernel/economy/src/index.ts',
    'tools/bootstrap.mjs',
  ]) {
    assert.ok(house.has(file), file);
  }
});

test('every import follows the import table', () => holds(checkImports(house)));

test('the import table has no cycle and names only rooms that it knows', () => holds(checkTable()));

test('only the composition files stand in platform/src', () => holds(checkComposition(house)));

test('the kernel is pure', () => holds(checkKernelPurity(house)));

test('every table has one owner', () => holds(checkTables(house)));

test('every table is written by its owner only, in its store', () => {
  holds(checkTableWrites(house));
});

test('every file and folder is called after what it holds', () => holds(checkNames(house)));

test('no file is longer than 300 lines of code', () => holds(checkFileSize(house)));

test('no function is longer than 70 lines', () => holds(checkFunctionSize(house)));

test('every room has its README', () => holds(checkRoomPages(house)));

test('nothing is left for later and no compiler is silenced', () => holds(checkNotes(house)));

test('no any and no non-null assertion', () => holds(checkTypeHoles(house)));

test('no registry and no folder of one machine is named', () => holds(checkPlaces(house)));

test('generated files are current', () => holds(checkGenerated(house, askGenerator(root))));
