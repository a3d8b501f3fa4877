import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { report } from './budget.ts';
import { classNames } from './class-names.ts';
import { paths } from './paths.ts';
import { sourceHash } from './stamp.ts';

test('every class of every module has a short name of its own, the same each time', () => {
  const [first, second] = [classNames(), classNames()];
  const given = new Map<string, string>();
  for (const file of globSync('src/**/*.module.css', { cwd: paths.storefront })) {
    const path = join(paths.storefront, file);
    const css = readFileSync(path, 'utf8');
    for (const [, name = ''] of css.matchAll(/(?:\.|@keyframes )([a-zA-Z]\w*)/g)) {
      const short = first(name, path, css);
      assert.match(short, /^[a-z]{1,2}\d{1,2}$/);
      assert.equal(second(name, path, css), short);
      const owner = `${file} ${name}`;
      assert.equal(given.get(short) ?? owner, owner);
      given.set(short, owner);
    }
  }
  assert.ok(given.size > 100, `only ${given.size} classes were seen`);
});

test('a class that a module does not have is no class', () => {
  const file = join(paths.storefront, 'src/ui/button.module.css');
  assert.throws(() => classNames()('nothing', file, '.button {}'), /has no nothing/);
});

test('a part over its budget is marked and fails the report, one that just keeps it passes', () => {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  assert.equal(report([{ what: 'styles', bytes: 6000, most: 6000 }], write), true);
  assert.equal(report([{ what: 'script', bytes: 25_001, most: 25_000 }], write), false);
  assert.match(lines[0] ?? '', /6\.0 kB of 6\.0 kB$/);
  assert.match(lines[1] ?? '', /OVER ITS BUDGET$/);
});

test('the hash of the sources is the same as long as they are', async () => {
  assert.equal(await sourceHash(), await sourceHash());
  assert.match(await sourceHash(), /^[0-9a-f]{64}$/);
});
