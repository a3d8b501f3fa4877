import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress } from './address.ts';

test('under a tenant the pages and the API share its prefix', () => {
  const expected = { pages: '/t/general/console', api: '/t/general' };
  assert.deepEqual(readAddress('/t/general/console/'), expected);
  assert.deepEqual(readAddress('/t/general/console/orders/1'), expected);
  assert.deepEqual(readAddress('/t/general/console'), expected);
});

test('on a host of its own there is no prefix', () => {
  assert.deepEqual(readAddress('/console/economy'), { pages: '/console', api: '' });
});

test('a tenant called console is not mistaken for the console', () => {
  assert.deepEqual(readAddress('/t/console/console/orders'), {
    pages: '/t/console/console',
    api: '/t/console',
  });
});
