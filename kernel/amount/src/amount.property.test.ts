import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allocate,
  divideDown,
  divideHalfUp,
  divideUp,
  fen,
  onGrid,
  readDecimal,
  sum,
  takeDown,
  takeUp,
  writeDecimal,
  writeFixed,
} from './index.ts';

const integer = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 30n });

test('down, exact and up are in order, at most one apart, and equal when nothing is left over', () => {
  fc.assert(
    fc.property(integer, positive, (numerator, denominator) => {
      const down = divideDown(numerator, denominator);
      const up = divideUp(numerator, denominator);
      assert.ok(down * denominator <= numerator && numerator <= up * denominator);
      assert.equal(up - down, numerator % denominator === 0n ? 0n : 1n);
    }),
  );
});

test('half up is never further from the exact value than half a unit', () => {
  fc.assert(
    fc.property(integer, positive, (numerator, denominator) => {
      const distance = 2n * (divideHalfUp(numerator, denominator) * denominator - numerator);
      assert.ok(distance <= denominator && -distance <= denominator);
    }),
  );
});

test('the parts of an allocation sum to the whole and are within one unit of their share', () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 })
    .filter((list) => list.some((weight) => weight > 0n));
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), weights, (total, list) => {
      const parts = allocate(fen(total), list);
      const weight = list.reduce((all, one) => all + one, 0n);
      assert.equal(sum(parts), total);
      parts.forEach((part, at) => {
        const exact = total * (list[at] ?? 0n);
        assert.ok(part * weight > exact - weight && part * weight < exact + weight);
      });
    }),
  );
});

test('equal remainders go to the earlier part', () => {
  assert.deepEqual(allocate(fen(5n), [1n, 1n]), [3n, 2n]);
  assert.deepEqual(allocate(fen(100n), [1n, 1n, 1n]), [34n, 33n, 33n]);
});

test('what is written is read back exactly, on any grid', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.integer({ min: 0, max: 18 }),
      (units, decimals) => {
        for (const text of [writeDecimal(units, decimals), writeFixed(units, decimals)]) {
          const read = readDecimal(text);
          assert.ok(read !== undefined, text);
          assert.equal(onGrid(read, decimals), units);
        }
      },
    ),
  );
});

test('a decimal finer than the grid is nothing, never rounded', () => {
  const read = readDecimal('0.005');
  assert.ok(read !== undefined);
  assert.equal(onGrid(read, 2), undefined);
  assert.equal(onGrid(read, 3), 5n);
});

test('spellings: sign, bare point and exponent are read; anything else is no number', () => {
  const read = (text: string): bigint | undefined => {
    const decimal = readDecimal(text);
    return decimal === undefined ? undefined : onGrid(decimal, 2);
  };
  assert.equal(read('+.5'), 50n);
  assert.equal(read('5.'), 500n);
  assert.equal(read('1e2'), 10_000n);
  assert.equal(read('-12.34'), -1_234n);
  assert.equal(read('1e-2'), 1n);
  for (const bad of ['', '.', 'e2', '1e', '1e100', ' 1', '1 ', '1,5', '0x1', '٣', 'NaN']) {
    assert.equal(readDecimal(bad), undefined, bad);
  }
  assert.equal(readDecimal('1'.repeat(61)), undefined);
});

test('shares are taken down and up around the exact value', () => {
  const third = { numerator: 1n, denominator: 3n };
  assert.deepEqual([takeDown(fen(100n), third), takeUp(fen(100n), third)], [33n, 34n]);
});
