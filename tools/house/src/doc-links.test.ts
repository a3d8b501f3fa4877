import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { checkDocLinks } from './doc-links.ts';
import { readTree, show } from './tree.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** What is wrong with one page, in a house that also has docs/other.md and the folder docs/more. */
function findings(page: string): readonly string[] {
  const tree = new Map([
    ['docs/page.md', page],
    [
      'docs/other.md',
      '# Other page\n\n## One order, fen by fen\n\n## 词 `code`\n\n## Twice\n## Twice',
    ],
  ]);
  const there = new Set(['docs/page.md', 'docs/other.md', 'docs/more', 'LICENSE', 'a b.md']);
  return show(checkDocLinks(tree, (target) => there.has(target)));
}

test('every relative link of every page of the house resolves', () => {
  const dead = checkDocLinks(readTree(root), (target) => fs.existsSync(path.join(root, target)));
  assert.deepEqual(show(dead), []);
});

test('links to files, folders, headings and other sites pass', () => {
  assert.deepEqual(
    findings(
      '# Page\n[a](other.md) [b](more) [c](../LICENSE) [d](other.md#one-order-fen-by-fen)\n' +
        '[e](#page) [f](other.md#词-code) [g](other.md#twice-1) [h](../a%20b.md)\n' +
        '[i](https://example.org/x#y) [j](mailto:a@example.org)\n',
    ),
    [],
  );
});

test('a link to a file that is not there fails, wherever it is written', () => {
  const dead = ['[a](gone.md)', '[a]: gone.md', '<img src="gone.md">', '[a](gone.md "title")'];
  for (const line of dead) {
    assert.deepEqual(findings(`# Page\n\n${line}\n`), ["docs/page.md:3 'gone.md' is not there"]);
  }
});

test('a link to a heading that is not there fails', () => {
  assert.match(String(findings('[a](other.md#gone)')), /names no heading of docs\/other\.md/);
  assert.match(String(findings('[a](#gone)')), /names no heading of docs\/page\.md/);
  assert.match(String(findings('[a](../LICENSE#top)')), /no page/);
});

test('a link that leaves the house or starts at the root of a disk fails', () => {
  assert.match(String(findings('[a](../../x.md)')), /leaves the house/);
  assert.match(String(findings('[a](/docs/other.md)')), /starts at no root/);
});

test('code is no link', () => {
  const page =
    '[a](other.md)\n`[a](gone.md)`\n\n```md\n[a](gone.md)\n# Other\n```\n\n[b](#other)\n';
  assert.deepEqual(findings(page), ["docs/page.md:9 '#other' names no heading of docs/page.md"]);
});

test('a house in which no link is seen fails', () => {
  assert.match(String(findings('no link')), /no link was seen/);
});
