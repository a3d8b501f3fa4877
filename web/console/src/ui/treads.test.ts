import assert from 'node:assert/strict';
import { test } from 'node:test';
import { share } from './share.ts';
import { treadsOf } from './treads.ts';

test('each part of a waterfall begins where the one before it ended', () => {
  const parts = [{ permille: 550 }, { permille: 300 }, { permille: 150 }];
  assert.deepEqual(
    treadsOf(parts).map(({ before }) => before),
    [0, 550, 850],
  );
});

test('a share is written with one decimal', () => {
  assert.equal(share(153), '15.3 %');
  assert.equal(share(1000), '100.0 %');
  assert.equal(share(7), '0.7 %');
});
