import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fen } from '@tuodi/amount';
import { giveBack } from './give-back.ts';
import type { SoldLine } from './give-back.ts';

const line = (position: number, more: Partial<SoldLine> = {}): SoldLine => ({
  position,
  price: fen(250n),
  quantity: 4n,
  refundedQuantity: 0n,
  ...more,
});

test('pieces go back at the price that was paid', () => {
  const outcome = giveBack(
    [line(1), line(2, { price: fen(99n) })],
    [
      { position: 2, quantity: 3n },
      { position: 1, quantity: 1n },
    ],
  );
  assert.deepEqual(outcome, {
    ok: true,
    value: {
      amount: 547n,
      lines: [
        { position: 1, quantity: 1n, amount: 250n },
        { position: 2, quantity: 3n, amount: 297n },
      ],
    },
  });
});

test('no line gives back more pieces than are left of it, also when it is named twice', () => {
  const sold = [line(1, { refundedQuantity: 1n })];
  assert.ok(giveBack(sold, [{ position: 1, quantity: 3n }]).ok);
  for (const requested of [
    [{ position: 1, quantity: 4n }],
    [
      { position: 1, quantity: 2n },
      { position: 1, quantity: 2n },
    ],
  ]) {
    const outcome = giveBack(sold, requested);
    assert.deepEqual(outcome, {
      ok: false,
      refusal: { code: 'aftersale.nothing_left', position: 1, left: 3n },
    });
  }
});

test('a line that the order does not have is refused', () => {
  const outcome = giveBack([line(1)], [{ position: 2, quantity: 1n }]);
  assert.equal(outcome.ok ? '' : outcome.refusal.code, 'aftersale.unknown_line');
});
