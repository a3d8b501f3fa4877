import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, readFilters } from './filters.ts';

const read = (search: string) => readFilters(new URLSearchParams(search));

test('an address with filters opens the same list again', () => {
  const filters = { state: 'paid', q: '20261125-000001', cursor: 'a+b/=' } as const;
  const search = addressOf(filters).split('?')[1] ?? '';
  assert.deepEqual(read(search), filters);
});

test('a state that nobody knows is left out instead of being sent', () => {
  assert.deepEqual(read('state=lost&q=+&cursor='), {});
});

test('an order opens over the list it was found in', () => {
  assert.equal(addressOf({ state: 'paid' }, 'an-id'), '/orders/an-id?state=paid');
  assert.equal(addressOf({}), '/orders');
});
