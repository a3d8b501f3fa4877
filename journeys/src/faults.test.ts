import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textFaults } from './faults.ts';

const zh = { language: 'zh', chineseOnly: [] } as const;
const en = { language: 'en', chineseOnly: ['茶', '山前茶铺'] } as const;

test('a page that is right has no faults', () => {
  assert.deepEqual(textFaults('订单 20261125-000001 已付款 ¥168.00', zh), []);
  assert.deepEqual(textFaults('Order 20261125-000001, v1.2.3 of main.ts', en), []);
});

test('a value that is none, an unfilled place and a raw key are seen', () => {
  assert.deepEqual(textFaults('合计 undefined', zh), ['shows undefined']);
  assert.deepEqual(textFaults('合计 ¥NaN', zh), ['shows NaN']);
  assert.deepEqual(textFaults('来自 [object Object]', zh), ['shows [object']);
  assert.deepEqual(textFaults('还有 {days} 天', zh), ['shows an unfilled {days}']);
  assert.deepEqual(textFaults('标题 orders_title', zh), ['shows the key orders_title']);
  assert.deepEqual(textFaults('标题 overview.title', zh), ['shows the key overview.title']);
});

test('a page in the other language, or an empty one, is seen', () => {
  assert.deepEqual(textFaults('My orders', zh), ['shows no Chinese at all']);
  assert.deepEqual(textFaults('\n', en), ['is empty']);
  assert.deepEqual(textFaults('Sold by 山前茶铺 (中文) 立即购买', en), ['shows Chinese: 立即购买']);
});
