import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrderDetail, PriceHistory, Transfer, Value } from '@tuodi/web-client';
import {
  accountName,
  backingBar,
  daySplit,
  earningSteps,
  earnsNothing,
  memberActs,
  orderSplit,
  quotaBar,
  sparkline,
  staircase,
  tAccounts,
  timelineRows,
  wouldGetNow,
} from './index.ts';

const cny = (amount: string) => ({ amount, asset: 'CNY/2' }) as const;
const growth = (amount: string) => ({ amount, asset: 'GROWTH/12' }) as const;
const cover = { category: 'tea', seed: 1, imageUrl: null } as const;

const earning = {
  amount: cny('10000'),
  margin: cny('4500'),
  contribution: cny('3000'),
  value: cny('2100'),
  price: '1.428571428571',
  points: growth('14700000000005'),
  dividendShare: cny('450'),
  quota: cny('10000'),
  contributionRate: '0.3',
  grantRate: '0.7',
  dividendRate: '0.3',
  quotaRate: '1',
  returnWindowDays: 7,
};

const order: OrderDetail = {
  id: '0190-1',
  number: '20261125-000001',
  state: 'settled',
  merchantName: 'Tea house',
  placedAt: '2026-11-01T00:00:00Z',
  amount: cny('10000'),
  refunded: cny('2000'),
  lineCount: 1,
  memberNumber: '17',
  paymentId: '0190-2',
  lines: [
    {
      id: 'l1',
      skuId: 's',
      productId: 'p',
      title: '茶',
      titleEn: null,
      skuTitle: '一盒',
      skuTitleEn: null,
      cover,
      quantity: 2,
      price: cny('5000'),
      amount: cny('10000'),
      refundedQuantity: 0,
    },
  ],
  timeline: [
    { what: 'placed', at: '2026-11-01T00:00:00Z', future: false },
    { what: 'window_ends', at: '2026-11-09T00:00:00Z', future: true },
    { what: 'settled', at: '2026-11-09T00:00:00Z', future: true },
  ],
  windowEndsAt: null,
  shipment: null,
  earning,
  earned: {
    at: '2026-11-09T00:00:00Z',
    contribution: cny('3000'),
    value: cny('2100'),
    points: growth('14700000000005'),
    dividendShare: cny('450'),
    platformShare: cny('1050'),
    merchantShare: cny('5500'),
    transferId: 't1',
  },
  refunds: [
    {
      id: 'r1',
      state: 'confirmed',
      amount: cny('2000'),
      reason: '',
      late: true,
      at: '2026-11-20T00:00:00Z',
      lines: [],
    },
  ],
  transfers: [],
};

const value: Value = {
  points: growth('14700000000005'),
  price: '1.428571428571',
  gross: cny('2100'),
  fee: cny('210'),
  net: cny('1890'),
  pendingDividend: cny('110'),
  constant: { amount: '0', asset: 'CONST/2' },
  debt: cny('0'),
  quotaOpen: cny('7500'),
  quotaGiven: cny('10000'),
  received: cny('2500'),
  cash: cny('2250'),
  sellFeeRate: '0.1',
  backing: {
    reserve: cny('300001'),
    claims: cny('300000'),
    circulating: growth('2100000000000000'),
    stability: cny('0'),
    dividendOpen: cny('0'),
    dividendOwed: cny('110'),
  },
  pending: [],
  lastSettledOrderId: null,
  neverFell: true,
};

test('the computation of an earning runs from the amount to the points, each with its rate', () => {
  assert.deepEqual(
    earningSteps(earning).map(({ step, rate }) => [step, rate]),
    [
      ['amount', null],
      ['margin', null],
      ['contribution', '0.3'],
      ['value', '0.7'],
      ['price', null],
      ['points', null],
    ],
  );
});

test('a contribution that the margin limits says so', () => {
  const thin = { ...earning, margin: cny('1000'), contribution: cny('1000') };
  const step = earningSteps(thin)[2];
  assert.ok(step?.step === 'contribution' && step.limitedByMargin);
  assert.equal(earnsNothing({ ...earning, value: cny('0') }), true);
});

test('the parts of a settled order sum to its amount; a late refund does not change where it went', () => {
  const split = orderSplit(order);
  assert.equal(split?.exact, true);
  assert.deepEqual(
    split.parts.map(({ part, permille }) => [part, permille]),
    [
      ['merchant', 550],
      ['contribution', 300],
      ['dividend', 45],
      ['platform', 105],
    ],
  );
  assert.equal(orderSplit({ ...order, earned: null }), undefined);
});

test('parts that do not sum to their total are not called exact', () => {
  const day = {
    day: '2026-11-25',
    sales: cny('101'),
    merchant: cny('50'),
    contribution: cny('30'),
  };
  assert.equal(daySplit({ ...day, dividend: cny('10'), platform: cny('10') }).exact, false);
  assert.equal(daySplit({ ...day, dividend: cny('10'), platform: cny('11') }).exact, true);
});

test('the price is a staircase: treads and risers, never a slope', () => {
  const day = (date: string, price: string) => ({
    day: date,
    price,
    reserve: cny('0'),
    circulating: growth('0'),
    dividend: cny('0'),
    sales: cny('0'),
  });
  const history: PriceHistory = {
    days: [day('2026-11-23', '1.000000000000'), day('2026-11-24', '1.500000000000')],
    now: '2.000000000000',
    nowAt: '2026-11-25T08:00:00Z',
  };
  const drawn = staircase(history, { width: 300, height: 100, padding: 10 });
  assert.match(drawn?.line ?? '', /^M0 82H100V46H200V10H300$/);
  assert.equal(drawn?.area, `${drawn?.line}V100H0Z`);
  assert.equal(drawn?.highest, '2.000000000000');
  const flat = staircase({ ...history, days: [] }, { width: 300, height: 100, padding: 10 });
  assert.equal(flat?.steps.length, 1);
  assert.equal(sparkline([], { width: 1, height: 1, padding: 0 }), '');
  assert.equal(sparkline([1n, 3n], { width: 20, height: 10, padding: 0 }), 'M0 10H10V0H20');
});

test('the limit’s bar shows what is used and how far the holding reaches', () => {
  const bar = quotaBar(value);
  assert.equal(bar.used.amount, '2500');
  assert.equal(bar.usedPermille, 250);
  assert.equal(bar.holdingPermille, 221);
  const none = quotaBar({ ...value, quotaGiven: cny('0'), quotaOpen: cny('0') });
  assert.equal(none.usedPermille, 0);
});

test('backing is equal to the fen that rounding leaves, and a missing fen is not covered', () => {
  assert.deepEqual([backingBar(value).equal, backingBar(value).covered], [true, true]);
  const short = { ...value, backing: { ...value.backing, reserve: cny('299999') } };
  assert.deepEqual([backingBar(short).equal, backingBar(short).covered], [false, false]);
  assert.equal(wouldGetNow(value).amount, '2000');
});

test('a transfer is one T per asset, its two feet equal', () => {
  const transfer: Transfer = {
    id: 't1',
    kind: 'settle',
    at: '2026-11-09T00:00:00Z',
    cause: { type: 'order_settled', id: 'o' },
    legs: [
      { account: 'escrow', value: cny('-10000') },
      { account: 'reserve', value: cny('3000') },
      { account: 'merchant:1', value: cny('7000') },
      { account: 'growth_issued', value: growth('-21') },
      { account: 'member:17:growth', value: growth('21') },
    ],
  };
  const [cash, points] = tAccounts(transfer);
  assert.deepEqual([cash?.balanced, cash?.total.amount, cash?.to.length], [true, '10000', 2]);
  assert.deepEqual([points?.asset, points?.balanced], ['GROWTH/12', true]);
  assert.deepEqual(accountName('member:17:growth'), {
    kind: 'member',
    number: '17',
    part: 'growth',
  });
  const [broken] = tAccounts({ ...transfer, legs: transfer.legs.slice(0, 2) });
  assert.equal(broken?.balanced, false);
});

test('only the acts that a state allows are offered, and the next step of the timeline is marked', () => {
  assert.deepEqual(memberActs({ state: 'awaiting_payment' }), ['pay', 'cancel']);
  assert.deepEqual(memberActs({ state: 'settled' }), []);
  assert.deepEqual(
    timelineRows(order).map((row) => row.phase),
    ['past', 'next', 'later'],
  );
});
