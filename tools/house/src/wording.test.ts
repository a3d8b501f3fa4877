import assert from 'node:assert/strict';
import { test } from 'node:test';
import { show } from './tree.ts';
import type { Finding, Tree } from './tree.ts';
import { checkNotes, checkPlaces, checkTypeHoles } from './wording.ts';

function lines(check: (tree: Tree) => readonly Finding[], file: string, text: string): string[] {
  return show(check(new Map([[file, text]]))).map((line) => line.split(' ')[0] ?? '');
}

// The forbidden words are written in pieces, so that this file is allowed to stand.
const note = 'TO' + 'DO';
const host = ['registry', 'npmjs', 'org'].join('.');
const home = ['', 'home', 'li', 'tuodi'].join('/');

test('a note to oneself fails in comments of code, in SQL and in pages', () => {
  assert.deepEqual(lines(checkNotes, 'wire/src/a.ts', `run();\n// ${note}: later`), [
    'wire/src/a.ts:2',
  ]);
  assert.equal(lines(checkNotes, 'wire/src/a.ts', `/**\n * ${'FIX' + 'ME'}\n */`).length, 1);
  assert.equal(lines(checkNotes, 'platform/migrations/1.sql', `-- ${note}`).length, 1);
  assert.equal(lines(checkNotes, 'README.md', `${note}: write this`).length, 1);
});

test('the word in a string or inside another word is no note', () => {
  assert.deepEqual(lines(checkNotes, 'wire/src/a.ts', `const label = '${note}';`), []);
  assert.deepEqual(lines(checkNotes, 'wire/src/a.ts', `// ${note}S are a noun`), []);
});

test('a comment that silences the compiler fails', () => {
  assert.equal(lines(checkNotes, 'wire/src/a.ts', `// @ts-${'ignore'}\nrun();`).length, 1);
});

test('any and the non-null assertion fail wherever they stand', () => {
  const text = [
    'const a: any = 1;',
    'const b = a as any;',
    'function f(x: Array<any>) {}',
    'const c = b!.d;',
    'class K { e!: string; }',
  ].join('\n');
  const wanted = [1, 2, 3, 4, 5].map((line) => `wire/src/a.ts:${line}`);
  assert.deepEqual(lines(checkTypeHoles, 'wire/src/a.ts', text), wanted);
  assert.deepEqual(lines(checkTypeHoles, 'wire/src/a.ts', 'const any = !b; // any! thing'), []);
});

test('hosts of package registries fail, also in the lockfile', () => {
  const text = `"resolved": "https://${host}/pg"`;
  assert.equal(lines(checkPlaces, 'package-lock.json', text).length, 1);
  assert.equal(lines(checkPlaces, '.npmrc', `registry=https://${'npmmirror'}.com`).length, 1);
  assert.deepEqual(lines(checkPlaces, 'README.md', 'a registry of npm packages'), []);
});

test('folders of one machine fail, paths of a system and routes of the API do not', () => {
  assert.equal(lines(checkPlaces, 'wire/src/a.ts', `const at = '${home}';`).length, 1);
  assert.equal(lines(checkPlaces, 'docs/a.md', `see ${['', 'tmp', 'x.log'].join('/')}`).length, 1);
  assert.equal(lines(checkPlaces, 'docs/a.md', `${'C'}:\\Users\\li`).length, 1);
  assert.deepEqual(lines(checkPlaces, 'wire/src/a.ts', "'/v1/home/cards', '/usr/bin/env'"), []);
});

test('beside the clone only the data of the demo may be named', () => {
  assert.deepEqual(lines(checkPlaces, 'tools/demo/src/a.ts', "'../shared/data/x.csv'"), []);
  assert.equal(
    lines(checkPlaces, 'docs/a.md', ['..', 'shared', 'notes', 'x.md'].join('/')).length,
    1,
  );
});
