import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { askGenerator, checkGenerated } from './generated.ts';
import { importTableText, withImportTable } from './import-page.ts';

const list = [{ file: 'web/a.ts', generator: 'tools/a.ts' }];
const tree = new Map([
  ['web/a.ts', ''],
  ['tools/a.ts', ''],
]);

test('a generated file that is current passes, one that is not fails', () => {
  assert.deepEqual(
    checkGenerated(tree, () => true, list),
    [],
  );
  assert.deepEqual(
    checkGenerated(tree, () => false, list),
    [{ path: 'web/a.ts', line: 0, message: 'not current: node tools/a.ts' }],
  );
});

test('a generated file or a generator that is not there fails', () => {
  for (const gone of ['web/a.ts', 'tools/a.ts']) {
    const rest = new Map([...tree].filter(([file]) => file !== gone));
    assert.equal(checkGenerated(rest, () => true, list)[0]?.path, gone);
  }
});

test('the generator is really run: its exit decides', (t) => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'tuodi-house-'));
  t.after(() => fs.rmSync(root, { recursive: true }));
  const script = "process.exitCode = process.argv.includes('--check') ? CODE : 0;";
  fs.writeFileSync(path.join(root, 'current.mjs'), script.replace('CODE', '0'));
  fs.writeFileSync(path.join(root, 'stale.mjs'), script.replace('CODE', '1'));
  assert.equal(askGenerator(root)('current.mjs'), true);
  assert.equal(askGenerator(root)('stale.mjs'), false);
});

test('the import table is written between its two marks, and a page without marks is refused', () => {
  const page = withImportTable(
    'a\n<!-- the import table: written by tools/house/src/import-page.ts -->\nold\n' +
      '<!-- the end of the import table -->\nb\n',
    importTableText({ 'web/view': { rooms: ['web/client', 'wire', 'web/tokens'], packages: [] } }),
  );
  assert.match(page, /^a\n[^]*web\/view {2}► web\/{client tokens} wire\n[^]*\nb\n$/);
  assert.doesNotMatch(page, /old/);
  assert.throws(() => withImportTable('no marks', ''), /no import table/);
});
