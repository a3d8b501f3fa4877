import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNames } from './names.ts';

function badNames(...files: string[]): readonly string[] {
  return checkNames(new Map(files.map((file) => [file, '']))).map((finding) => finding.path);
}

test('a file or folder that is called after nothing fails', () => {
  const files = [
    'kernel/economy/src/helpers.ts',
    'platform/src/orders/order-utils.ts',
    'platform/src/common/index.ts',
    'web/console/src/BaseTable.tsx',
    'web/console/src/base.css',
    'tools/cli/src/misc.test.ts',
    'wire/src/session-manager.ts',
  ];
  const wanted = files.filter((file) => !file.includes('BaseTable'));
  assert.deepEqual(badNames(...files), wanted);
});

test('a name that only contains such a word in another one is free', () => {
  assert.deepEqual(badNames('platform/src/postgres/database.ts', 'web/view/src/miscount.ts'), []);
  assert.deepEqual(badNames('tsconfig.base.json'), []);
});

test('a script is called in lower-case words with hyphens; a component by its own name', () => {
  assert.deepEqual(badNames('wire/src/sellPoints.ts', 'wire/src/sell_points.ts'), [
    'wire/src/sellPoints.ts',
    'wire/src/sell_points.ts',
  ]);
  assert.deepEqual(badNames('web/console/src/PriceChart.tsx', 'wire/src/sell-points.ts'), []);
});
