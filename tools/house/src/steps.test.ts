import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { runNode } from './run-node.ts';
import { binary, planSteps } from './steps.ts';

const root = path.resolve(import.meta.dirname, '../../..');

function names(...files: string[]): readonly string[] {
  return planSteps(root, new Map(files.map((file) => [file, '']))).map(({ name }) => name);
}

test('a program of types is skipped only while it has no script', () => {
  const always = ['lint', 'format', 'unused code', 'house rules'];
  assert.deepEqual(names('web/storefront/package.json'), always);
  assert.deepEqual(names('kernel/amount/src/a.ts'), ['types kernel', 'types server', ...always]);
  assert.deepEqual(names('web/console/src/a.tsx'), ['types console', ...always]);
  assert.deepEqual(names('web/storefront/src/a.tsx'), ['types storefront', ...always]);
});

test('the command of a package is found by its manifest, and a missing one is an error', () => {
  assert.ok(fs.existsSync(binary(root, 'typescript', 'tsc')));
  assert.ok(fs.existsSync(binary(root, 'prettier')));
  assert.throws(() => binary(root, 'typescript', 'nothing'), /has no command nothing/);
});

test('a run that fails says so and keeps what it wrote', async () => {
  const cwd = os.tmpdir();
  const good = await runNode({ arguments: ['-e', 'console.log(1)'], cwd, output: 'kept' });
  assert.deepEqual(good, { code: 0, output: '1\n' });
  const script = "console.error('broken'); process.exitCode = 3";
  const bad = await runNode({ arguments: ['-e', script], cwd, output: 'kept' });
  assert.deepEqual(bad, { code: 3, output: 'broken\n' });
});

test('a run that is stopped ends and counts as failed', async () => {
  const stop = new AbortController();
  const run = runNode({
    arguments: ['-e', 'setInterval(() => {}, 1000)'],
    cwd: os.tmpdir(),
    output: 'kept',
    stop: stop.signal,
  });
  setTimeout(() => stop.abort(), 100);
  assert.equal((await run).code, 1);
});
