import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawCover } from './draw.ts';

const FIELDS = ['bottle', 'scroll', 'jade', 'coin', 'stamp', 'wood', 'tea', 'box'];

test('the same product always has the same cover, and another seed another one', () => {
  for (const field of FIELDS) {
    assert.equal(drawCover(field, 7), drawCover(field, 7));
    const different = new Set(Array.from({ length: 40 }, (_, seed) => drawCover(field, seed)));
    assert.ok(different.size >= 39, `${field}: ${different.size} of 40 differ`);
  }
});

test('a cover is a small, well-formed drawing without a broken number', () => {
  for (const field of FIELDS) {
    for (const seed of [0, 1, 2, 3, 4, 5, -1, 2_147_483_647]) {
      const svg = drawCover(field, seed) ?? '';
      assert.match(svg, /^<svg xmlns[^>]*>.*<\/svg>$/);
      assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
      assert.ok(svg.length < 16_000, `${field} ${seed}: ${svg.length} bytes`);
      assert.equal(svg.match(/<g[ >]/g)?.length ?? 0, svg.match(/<\/g>/g)?.length ?? 0);
    }
  }
});

test('a field that nobody draws has no cover', () => {
  assert.equal(drawCover('car', 1), undefined);
});
