import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDate, formatDay, formatInstant } from './dates.ts';
import { formatMoney, formatMovement, joinFigure, moneyParts } from './money.ts';
import { formatExact, formatPoints, pointsFigure } from './points.ts';
import { formatPrice, formatRate, priceFigure, priceUnits } from './price.ts';

const cny = (amount: string) => ({ amount, asset: 'CNY/2' }) as const;
const growth = (amount: string) => ({ amount, asset: 'GROWTH/12' }) as const;

test('money is shown to the fen, grouped, with a real minus sign', () => {
  assert.equal(formatMoney(cny('12800')), '¥128.00');
  assert.equal(formatMoney(cny('5')), '¥0.05');
  assert.equal(formatMoney(cny('-123456789')), '−¥1,234,567.89');
  assert.deepEqual(moneyParts(cny('300012')), {
    sign: '',
    symbol: '¥',
    whole: '3,000',
    fraction: '.12',
  });
});

test('a movement says its direction, nothing moved says none', () => {
  assert.equal(formatMovement(cny('100')), '+¥1.00');
  assert.equal(formatMovement(cny('-100')), '−¥1.00');
  assert.equal(formatMovement(cny('0')), '¥0.00');
});

test('money of any size keeps every fen', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (units) => {
      const text = formatMoney(cny(String(units)));
      assert.equal(BigInt(text.replace(/[¥,.]/g, '').replace('−', '-')), units);
    }),
  );
});

test('points are cut to 2 decimals, never rounded up, and can be asked for in full', () => {
  assert.equal(formatPoints(growth('14700000000000')), '14.70');
  assert.equal(formatPoints(growth('14709999999999')), '14.70');
  assert.equal(formatPoints(growth('-1000000000')), '−0.01');
  const figure = pointsFigure(growth('1234709999999999'));
  assert.equal(joinFigure(figure.shown), '1,234.70');
  assert.equal(figure.exact, '1,234.709999999999');
  assert.equal(figure.cut, true);
  assert.equal(pointsFigure(growth('14700000000000')).cut, false);
  assert.equal(formatExact({ amount: '5280', asset: 'CONST/2' }), '52.8');
  assert.equal(formatExact(cny('5280')), '¥52.80');
});

test('a price is shown with 4 decimals rounded down and with 12 on request', () => {
  assert.equal(formatPrice('1.428571428571'), '¥1.4285');
  assert.equal(priceFigure('1.428571428571').exact, '¥1.428571428571');
  assert.equal(priceFigure('1.000000000000').cut, false);
  assert.equal(priceUnits('1.428571428571'), 1_428_571_428_571n);
});

test('a rate is shown as an exact percentage', () => {
  assert.equal(formatRate('0.3'), '30%');
  assert.equal(formatRate('0.125'), '12.5%');
  assert.equal(formatRate('0.005'), '0.5%');
  assert.equal(formatRate('2'), '200%');
  assert.equal(formatRate('1.00'), '100%');
});

test('an instant is shown on the clock of the tenant, not of the machine', () => {
  const zh = { zone: 'Asia/Shanghai', language: 'zh' } as const;
  const en = { zone: 'Asia/Shanghai', language: 'en' } as const;
  assert.equal(formatInstant('2026-11-24T16:05:00Z', zh), '2026-11-25 00:05');
  assert.equal(formatInstant('2026-11-24T16:05:00Z', en), '25 Nov 2026, 00:05');
  assert.equal(formatDate('2026-11-24T15:59:00Z', zh), '2026-11-24');
  assert.equal(formatDay('2026-11-05', 'zh'), '11月5日');
  assert.equal(formatDay('2026-11-05', 'en'), '5 Nov');
});
