import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCode, isPhone, tidyPhone } from './phone.ts';

test('a phone number may be typed with spaces and dashes', () => {
  assert.equal(tidyPhone(' 138-0000 0001'), '13800000001');
  assert.equal(isPhone('138 0000 0001'), true);
  assert.equal(isPhone('+44 20 7946 0958'), true);
});

test('a number that no operator gives out is refused before it is sent', () => {
  for (const wrong of ['', '12800000001', '1380000000', '138000000012', '+0123', 'abc']) {
    assert.equal(isPhone(wrong), false, wrong);
  }
});

test('a code has six digits and nothing else', () => {
  assert.equal(isCode('012345'), true);
  for (const wrong of ['', '12345', '1234567', '12345a']) assert.equal(isCode(wrong), false, wrong);
});
