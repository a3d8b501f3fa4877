import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DayClose } from '@tuodi/web-client';
import { curveOf, neverFell } from './curve.ts';

function close(day: string, price: string, fen: string): DayClose {
  const amount = { amount: fen, asset: 'CNY/2' } as const;
  return {
    day,
    price,
    reserve: amount,
    circulating: { amount: '0', asset: 'GROWTH/12' },
    dividend: amount,
    sales: amount,
  };
}

const days = [
  close('2026-11-22', '1.000000000000', '3000000'),
  close('2026-11-23', '1.100000000000', '4000000'),
  close('2026-11-24', '1.250000000000', '5000000'),
];
const board = {
  days,
  price: '1.300000000000',
  reserve: { amount: '5500000', asset: 'CNY/2' },
} as const;

test('each value holds until the next tread, and the present has a tread of its own', () => {
  const curve = curveOf(board, 90);
  assert.deepEqual(curve?.xs, [0, 1, 2, 3, 4]);
  assert.deepEqual(curve?.prices, [1, 1.1, 1.25, 1.3, 1.3]);
  assert.deepEqual(curve?.reserves, [30000, 40000, 50000, 55000, 55000]);
  assert.deepEqual(
    curve?.treads.map(({ day }) => day),
    ['2026-11-22', '2026-11-23', '2026-11-24', null],
  );
});

test('a range shows its last days', () => {
  assert.equal(curveOf(board, 1)?.treads[0]?.day, '2026-11-24');
});

test('no closed day is nothing to draw', () => {
  assert.equal(curveOf({ ...board, days: [] }, 30), undefined);
});

test('a price that never moved still has a field around it', () => {
  const flat = curveOf({ ...board, days: days.slice(0, 1), price: '1.000000000000' }, 30);
  const [low, high] = flat?.priceRange ?? [0, 0];
  assert.ok(low < 1 && high > 1);
});

test('a fall by the last of twelve decimals is a fall', () => {
  assert.equal(neverFell({ ...board, price: '1.250000000000' }), true);
  assert.equal(neverFell({ ...board, price: '1.249999999999' }), false);
});
