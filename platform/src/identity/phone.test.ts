import assert from 'node:assert/strict';
import { test } from 'node:test';
import { internationalPhone, maskedPhone } from './phone.ts';

test('a mainland number is kept with its country code, any other as it came', () => {
  assert.equal(internationalPhone('13800000001'), '+8613800000001');
  assert.equal(internationalPhone('+8613800000001'), '+8613800000001');
  assert.equal(internationalPhone('+447700900123'), '+447700900123');
});

test('a masked phone shows its ends only', () => {
  assert.equal(maskedPhone('+8613800000001'), '138****0001');
  assert.equal(maskedPhone('+447700900123'), '+44****0123');
});
