import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkKernelPurity } from './kernel-purity.ts';

function used(text: string, file = 'kernel/economy/src/a.ts'): readonly string[] {
  return checkKernelPurity(new Map([[file, text]])).map((finding) => finding.message);
}

test('the kernel has no time, no chance and no world', () => {
  assert.deepEqual(used('const now = Date.now();'), ['the kernel has no Date']);
  assert.deepEqual(used('const now = new Date();'), ['the kernel has no Date']);
  assert.deepEqual(used('const r = Math.random();'), ['the kernel has no Math.random']);
  assert.deepEqual(used("const r = Math['random']();"), ['the kernel has no Math.random']);
  assert.deepEqual(used("console.log('here');"), ['the kernel has no console']);
  assert.deepEqual(used('const home = process.env.HOME;'), ['the kernel has no process']);
  assert.deepEqual(used('setTimeout(run, 10);'), ['the kernel has no setTimeout']);
  assert.deepEqual(used('const here = import.meta.url;'), ['the kernel has no import.meta']);
  assert.deepEqual(used('const all = { process };'), ['the kernel has no process']);
});

test('a field may be called like a global', () => {
  assert.deepEqual(used('order.process({ Date: 1 }); interface A { fetch: string }'), []);
  assert.deepEqual(used('const low = Math.min(1, 2);'), []);
});

test('tests and twins of the kernel may read files and print', () => {
  const tree = new Map([
    ['kernel/economy/src/a.ts', ''],
    ['kernel/economy/src/a.test.ts', 'console.log(new Date());'],
  ]);
  assert.deepEqual(checkKernelPurity(tree), []);
});

test('seeing no kernel fails', () => {
  assert.equal(checkKernelPurity(new Map([['wire/src/a.ts', '']])).length, 1);
});
