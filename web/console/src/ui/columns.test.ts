import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columns } from './columns.ts';

const field = { width: 100, height: 40 };

test('the highest value fills the field and the others are in proportion', () => {
  assert.equal(columns([50n, 100n], field), 'M8 40v-20h34v20zM58 40v-40h34v40z');
});

test('a day without sales has no column but keeps its place', () => {
  assert.equal(columns([0n, 7n], field), 'M58 40v-40h34v40z');
});

test('nothing to draw draws nothing', () => {
  assert.equal(columns([], field), '');
  assert.equal(columns([0n, 0n], field), '');
});
