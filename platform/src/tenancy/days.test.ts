import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf, daysBetween, endOfDay, startOfDay } from './days.ts';

test('a day is the tenant’s local one', () => {
  assert.equal(dayOf('2026-11-24T15:59:59.999Z', 'Asia/Shanghai'), '2026-11-24');
  assert.equal(dayOf('2026-11-24T16:00:00Z', 'Asia/Shanghai'), '2026-11-25');
  assert.equal(dayOf('2026-11-24T16:00:00Z', 'Europe/London'), '2026-11-24');
});

test('a day ends at the local midnight after it', () => {
  assert.equal(endOfDay('2026-11-25', 'Asia/Shanghai'), '2026-11-25T16:00:00Z');
  assert.equal(startOfDay('2026-11-25', 'Asia/Shanghai'), '2026-11-24T16:00:00Z');
});

test('days are counted by the calendar, over a change of the hour and a leap day', () => {
  assert.equal(endOfDay('2026-03-29', 'Europe/London'), '2026-03-29T23:00:00Z');
  assert.equal(startOfDay('2026-03-29', 'Europe/London'), '2026-03-29T00:00:00Z');
  assert.equal(addDays('2028-02-28', 2), '2028-03-01');
  assert.deepEqual(daysBetween('2026-12-30', '2027-01-01'), [
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
  ]);
  assert.deepEqual(daysBetween('2026-12-30', '2026-12-29'), []);
});
