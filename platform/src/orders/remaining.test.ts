import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fen } from '@tuodi/amount';
import { remainingOf } from './remaining.ts';

const order = { amount: fen(1_000n), margin: fen(333n) };

test('a refund takes its share of the margin, rounded down', () => {
  assert.deepEqual(remainingOf(order, [{ amount: fen(100n) }]), { amount: 900n, margin: 300n });
});

test('the refund of the last rest takes the whole margin that is left', () => {
  const refunds = [{ amount: fen(100n) }, { amount: fen(900n) }];
  assert.deepEqual(remainingOf(order, refunds), { amount: 0n, margin: 0n });
});
