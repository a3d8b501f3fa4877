import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fen } from '@tuodi/amount';
import { marginOf } from './price.ts';

const supplied = (price: bigint, supply: bigint) =>
  ({ price: fen(price), supply: { kind: 'supply_price', price: fen(supply) } }) as const;
const shared = (price: bigint, basisPoints: bigint) =>
  ({ price: fen(price), supply: { kind: 'margin', basisPoints } }) as const;

test('a margin is price less supply price for every piece', () => {
  assert.equal(marginOf(supplied(10_000n, 5_500n), 3n), 13_500n);
});

test('goods sold below their supply price have no margin, never a negative one', () => {
  assert.equal(marginOf(supplied(100n, 101n), 7n), 0n);
});

test('a share is taken of the whole line and rounded down once', () => {
  assert.equal(marginOf(shared(255n, 4_500n), 6n), 688n); // 45 % of 15.30 is 6.885
  assert.equal(marginOf(shared(1n, 4_500n), 1n), 0n);
});
