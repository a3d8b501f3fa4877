import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFileSize, checkFunctionSize } from './size.ts';
import type { Finding } from './tree.ts';

const lines = (count: number, line: string): string => `${line}\n`.repeat(count);

function fileSize(file: string, text: string): readonly string[] {
  return checkFileSize(new Map([[file, text]])).map((finding) => finding.message);
}

function functionSize(file: string, text: string): readonly Finding[] {
  return checkFunctionSize(new Map([[file, text]]));
}

test('a file of 300 lines of code is allowed, one of 301 is not', () => {
  assert.deepEqual(fileSize('wire/src/a.ts', lines(300, 'run();')), []);
  assert.deepEqual(fileSize('wire/src/a.ts', lines(301, 'run();')), [
    '301 lines of code, at most 300',
  ]);
});

test('blank lines and comments are not lines of code, a line with both is', () => {
  const rest = '\n  \n// why\n/* a\n * b\n */\n';
  assert.deepEqual(fileSize('wire/src/a.ts', lines(299, 'run();') + rest + 'run(); // why'), []);
  assert.equal(fileSize('wire/src/a.ts', lines(300, 'run();') + rest + 'run(); // why').length, 1);
});

test('dictionaries, fixtures and generated files may be as long as what they list', () => {
  const long = lines(400, 'run();');
  assert.deepEqual(fileSize('web/console/src/i18n/zh.ts', long), []);
  assert.deepEqual(fileSize('platform/src/orders/fixtures/orders.ts', long), []);
  assert.deepEqual(fileSize('web/client/src/schema.ts', long), []);
});

test('each form of function of 71 lines fails, one of 70 does not', () => {
  const forms = [
    (body: string) => `function f() {\n${body}}`,
    (body: string) => `const f = () => {\n${body}};`,
    (body: string) => `class A { f() {\n${body}} }`,
    (body: string) => `run(async () => {\n${body}});`,
  ];
  for (const form of forms) {
    assert.deepEqual(functionSize('wire/src/a.ts', form(lines(68, 'run();'))), []);
    const [finding] = functionSize('wire/src/a.ts', form(lines(69, 'run();')));
    assert.equal(finding?.message, 'a function of 71 lines, at most 70');
  }
});

test('the callback of a test may be long, a function beside it may not', () => {
  const body = lines(80, 'run();');
  const file = 'wire/src/a.test.ts';
  assert.deepEqual(functionSize(file, `test('x', async () => {\n${body}});`), []);
  assert.deepEqual(functionSize(file, `test.only('x', () => {\n${body}});`), []);
  assert.equal(functionSize(file, `function f() {\n${body}}`).length, 1);
  assert.equal(functionSize('wire/src/a.ts', `test('x', () => {\n${body}});`).length, 1);
});
