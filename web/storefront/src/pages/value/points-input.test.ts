import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partOf, readPoints } from './points-input.ts';

test('typed points are read exactly, to the twelfth decimal', () => {
  assert.equal(readPoints('14.7')?.amount, '14700000000000');
  assert.equal(readPoints(' 1,234.000000000001 ')?.amount, '1234000000000001');
});

test('what is no number of points, or finer than the grid, is not read', () => {
  const refused = ['', '0', '0.0', '-1', '1e3', 'abc', '1.', '.5', '0.0000000000001', '١'];
  for (const text of refused) assert.equal(readPoints(text), undefined, text);
});

test('a part of a holding is rounded down', () => {
  assert.equal(partOf({ amount: '7', asset: 'GROWTH/12' }, 2n).amount, '3');
});
