import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planStages } from './stages.ts';

const files = [
  'kernel/economy/src/a.test.ts',
  'kernel/economy/src/a.ts',
  'tools/cli/src/b.test.ts',
  'tools/house/src/c.test.ts',
  'platform/src/orders/d.postgres.test.ts',
  'platform/src/orders/e.test.ts',
  'journeys/src/f.test.ts',
];
const tree = new Map(files.map((file) => [file, '']));

function plan(patterns: readonly string[], given: Parameters<typeof planStages>[2]): string[] {
  return planStages(tree, patterns, given)
    .filter((stage) => stage.files.length > 0)
    .map((stage) => `${stage.name}: ${stage.files.join(' ')} (${stage.database})`);
}

test('every test file is in exactly one stage, and what is no test is in none', () => {
  assert.deepEqual(plan([], 'embedded-only'), [
    'kernel: kernel/economy/src/a.test.ts (none)',
    'house: tools/house/src/c.test.ts (none)',
    'tools: tools/cli/src/b.test.ts (none)',
    'platform: platform/src/orders/d.postgres.test.ts platform/src/orders/e.test.ts (embedded)',
    'journeys: journeys/src/f.test.ts (embedded)',
  ]);
});

test('patterns choose files by a part of their path', () => {
  assert.deepEqual(plan(['economy', 'cli'], 'embedded-only'), [
    'kernel: kernel/economy/src/a.test.ts (none)',
    'tools: tools/cli/src/b.test.ts (none)',
  ]);
  assert.deepEqual(plan(['no such thing'], 'embedded-only'), []);
});

test('with a given database the tests of PostgreSQL run a second time on it', () => {
  assert.deepEqual(plan(['orders'], 'with-given-database'), [
    'platform: platform/src/orders/d.postgres.test.ts platform/src/orders/e.test.ts (embedded)',
    'platform, given database: platform/src/orders/d.postgres.test.ts (given)',
  ]);
});
