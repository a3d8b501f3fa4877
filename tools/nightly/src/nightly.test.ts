import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check } from './check.ts';
import { exactlyOnce } from './exactly-once.ts';
import { kills } from './kills/index.ts';
import { oversell } from './oversell.ts';

const MOST_MS = 300_000;

// The seed is fixed: a run that fails here is the one that `npm run nightly -- … --seed 4` repeats.
async function passes(check: Check): Promise<Readonly<Record<string, unknown>>> {
  const { facts, faults } = await check.run({ seed: 4, kills: 3, events: 0 });
  assert.deepEqual(faults, []);
  return facts;
}

test(
  'one key sent 200 times at once over HTTP is one checkout and one sale',
  { timeout: MOST_MS },
  async () => {
    const facts = await passes(exactlyOnce);
    assert.deepEqual([facts['checkouts'], facts['sales']], [1, 1]);
  },
);

test(
  'of 50 pieces exactly 50 are sold to 200 shoppers, whoever cancels or lets his own expire',
  { timeout: MOST_MS },
  async () => {
    const facts = await passes(oversell);
    assert.deepEqual([facts['first'], facts['sold']], [50, 50]);
  },
);

test(
  'kill -9 of server and database under load loses and doubles nothing',
  { timeout: MOST_MS },
  async () => {
    const facts = await passes(kills);
    assert.equal(facts['kills'], 3);
  },
);
