import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policyRows } from './policy.ts';

test('a rate is a percentage, a reserve is yuan, levels are steps', () => {
  const rows = policyRows({
    genesis_reserve: '30000',
    contribution_rate: '0.15',
    levels: [
      ['0', '1'],
      ['1000', '1.5'],
    ],
    point_decimals: 12,
  });
  assert.deepEqual(
    rows.map(({ name, value }) => [name, value]),
    [
      ['contribution_rate', '15%'],
      ['genesis_reserve', '¥30,000'],
      ['levels', '0 → 1 · 1000 → 1.5'],
      ['point_decimals', '12'],
    ],
  );
});

test('a rule that this page does not know is shown as it stands, never hidden', () => {
  assert.deepEqual(policyRows({ type: 'policy', new_rule: { a: 1 } }), [
    { name: 'new_rule', kind: 'unknown', value: '{"a":1}' },
  ]);
});
