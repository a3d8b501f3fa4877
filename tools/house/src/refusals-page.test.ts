import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemTable } from '@tuodi/platform/http';
import { refusalsPage } from './refusals-page.ts';

test('every code stands on the page with its status and both titles, under its room', () => {
  const page = refusalsPage({
    'stock.not_enough': { status: 409, zh: '库存不足', en: 'Not enough in stock' },
    'orders.unknown_order': { status: 404, zh: '找不到', en: 'No such order' },
  });
  assert.match(
    page,
    /## stock\n[^]*\| `stock.not_enough` \| 409 {4}\| 库存不足 \| Not enough in stock \|/,
  );
  assert.match(
    page,
    /## orders\n[^]*\| `orders.unknown_order` \| 404 {4}\| 找不到 \| No such order \|/,
  );
});

test('every status that is used is explained', () => {
  const page = refusalsPage(problemTable);
  for (const [code, { status }] of Object.entries(problemTable)) {
    assert.match(page, new RegExp(`^\\| ${status} `, 'm'), code);
  }
});
