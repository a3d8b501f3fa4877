import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cny, Earning, OrderDetail, OrderLine } from '@tuodi/web-client';
import { estimatedSplit } from './estimate.ts';
import { allOf, draftRefund } from './refund-draft.ts';

const yuan = (fen: string): Cny => ({ amount: fen, asset: 'CNY/2' });

const earning: Earning = {
  amount: yuan('10000'),
  margin: yuan('4500'),
  contribution: yuan('3000'),
  value: yuan('2100'),
  price: '1.000000000000',
  points: { amount: '21000000000000', asset: 'GROWTH/12' },
  dividendShare: yuan('450'),
  quota: yuan('20000'),
  contributionRate: '0.3',
  grantRate: '0.7',
  dividendRate: '0.3',
  quotaRate: '2',
  returnWindowDays: 7,
};

function line(id: string, price: string, [quantity, refunded]: [number, number]): OrderLine {
  return {
    id,
    skuId: id,
    productId: id,
    title: id,
    titleEn: null,
    skuTitle: '',
    skuTitleEn: null,
    cover: { category: 'tea', seed: 1, imageUrl: null },
    quantity,
    refundedQuantity: refunded,
    price: yuan(price),
    amount: yuan(String(Number(price) * quantity)),
  };
}

const order: OrderDetail = {
  id: 'o',
  number: '20261125-000001',
  state: 'return_window',
  merchantName: '',
  placedAt: '2026-11-25T08:00:00Z',
  amount: yuan('10000'),
  refunded: yuan('2500'),
  lines: [line('a', '2500', [2, 1]), line('b', '5000', [1, 0])],
  lineCount: 2,
  memberNumber: '1',
  paymentId: 'p',
  timeline: [],
  windowEndsAt: null,
  shipment: null,
  earning,
  earned: null,
  refunds: [],
  transfers: [],
};

test('a refund costs its pieces at the price that was paid', () => {
  const draft = draftRefund(order, { a: 1 });
  assert.deepEqual(draft?.lines, [{ lineId: 'a', quantity: 1 }]);
  assert.equal(draft?.amount.amount, '2500');
  assert.equal(draft?.rest.amount, '5000');
  assert.equal(draft?.full, false);
});

test('no more than what is left of a line can be refunded', () => {
  assert.equal(draftRefund(order, { a: 9 })?.amount.amount, '2500');
});

test('refunding everything leaves nothing of the order', () => {
  const draft = draftRefund(order, allOf(order));
  assert.equal(draft?.amount.amount, '7500');
  assert.equal(draft?.full, true);
});

test('no quantity is no refund', () => {
  assert.equal(draftRefund(order, {}), undefined);
  assert.equal(draftRefund(order, { a: 0, c: 4 }), undefined);
});

test('the estimate gives away each fen of the order exactly once', () => {
  const split = estimatedSplit(earning);
  assert.equal(split.exact, true);
  assert.deepEqual(
    split.parts.map(({ part, amount }) => [part, amount.amount]),
    [
      ['merchant', '5500'],
      ['contribution', '3000'],
      ['dividend', '450'],
      ['platform', '1050'],
    ],
  );
});
