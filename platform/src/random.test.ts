import assert from 'node:assert/strict';
import { test } from 'node:test';
import { derivedUuid, systemRandom } from './random.ts';

test('a uuid of the program is version 7 and begins with its millisecond', () => {
  const before = Date.now();
  const uuid = systemRandom().uuid();
  assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const made = Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16);
  assert.ok(made >= before && made <= Date.now());
});

test('a derived uuid is equal for equal names and differs for others', () => {
  const uuid = derivedUuid('retail', 'order', '536365');
  assert.equal(uuid, derivedUuid('retail', 'order', '536365'));
  assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const others = [
    derivedUuid('retail2', 'order', '536365'),
    derivedUuid('retail', 'refund', '536365'),
    derivedUuid('retail', 'order5', '36365'),
  ];
  assert.equal(new Set([uuid, ...others]).size, 4);
});

test('digits have the asked length, leading zeros included', () => {
  const random = systemRandom();
  for (let round = 0; round < 100; round += 1) assert.match(random.digits(6), /^\d{6}$/);
});
