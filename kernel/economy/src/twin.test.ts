import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { createTwin } from './economy.twin.ts';
import type { Twin } from './economy.twin.ts';
import { readEventLine } from './twin/line.twin.ts';

// The example streams lie beside the clone; they are no part of it.
const EXAMPLES = new URL('../../../../shared/data/economy/', import.meta.url);

test('every record of every example stream is reproduced to the last digit', (t) => {
  if (!existsSync(EXAMPLES)) {
    t.skip('the example streams are not beside this clone (../shared/data/economy)');
    return;
  }
  const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.events.jsonl'));
  assert.ok(names.length > 0, 'the folder of the example streams holds streams');
  for (const name of names) {
    const events = linesOf(readFileSync(new URL(name, EXAMPLES)));
    const file = name.replace('.events.jsonl', '.states.jsonl.gz');
    const states = linesOf(gunzipSync(readFileSync(new URL(file, EXAMPLES))));
    const records = replay(events);
    assert.equal(records.length, states.length, name);
    for (const [at, record] of records.entries()) {
      const expected: unknown = JSON.parse(states[at] ?? '');
      // Some streams list accounts in no record; the fields they do list come in this order.
      const listed = Object.keys(plain(expected));
      const seen = Object.entries(record).filter(([field]) => listed.includes(field));
      const text = JSON.stringify(Object.fromEntries(seen));
      assert.equal(text, JSON.stringify(expected), `${name}, line ${at + 1}`);
      const missing = Object.keys(record).filter((field) => !listed.includes(field));
      assert.ok(missing.every((field) => field === 'accounts' || field === 'top'));
    }
  }
});

test('the founding example: 1.4286, 1.6807, 1.8674, 2.0188 … 5.1731 after 100 orders', () => {
  const twin = begin({});
  const prices = new Map<number, string>();
  for (let order = 1; order <= 100; order += 1) {
    const record = twin.apply({ type: 'buy', id: `o${order}`, user: `u${order}`, amount: '100' });
    prices.set(order, rounded(read(record, 'price')));
  }
  const shown = [1, 2, 3, 4, 10, 100].map((order) => prices.get(order));
  assert.deepEqual(shown, ['1.4286', '1.6807', '1.8674', '2.0188', '2.6171', '5.1731']);
});

test('the first buyer who sells after 100 orders gets 108.63 gross and 97.76 after the fee', () => {
  const twin = begin({});
  for (let order = 1; order <= 100; order += 1) {
    twin.apply({ type: 'buy', id: `o${order}`, user: `u${order}`, amount: '100' });
  }
  const record = twin.apply({ type: 'sell', user: 'u1', points: 'all' });
  assert.deepEqual(read(record, 'paid'), [{ to: 'u:u1', what: 'sale', amount: '97.76' }]);
  assert.equal(read(read(read(record, 'accounts'), 'u:u1'), 'gross'), '108.63');
});

test('two due holders of 10 and 20 points leave together, whatever the order of their names', () => {
  // At a quota of 60 % one sale of margin alone lifts both over what they may ever receive.
  const ends = [
    ['a', 'b'],
    ['b', 'a'],
  ].map((names) => {
    const twin = begin({ quota_rate: '0.6', genesis_reserve: '30', point_decimals: 6n });
    for (const [at, user] of names.entries()) {
      twin.apply({ type: 'buy', id: user, user, amount: at === 0 ? '100' : '200' });
    }
    const record = twin.apply({ type: 'inject', amount: '10000' });
    assert.deepEqual(
      list(read(record, 'exits')).map((exit) => read(exit, 'account')),
      ['u:a', 'u:b'],
    );
    return ['P', 'S', 'price'].map((field) => read(record, field));
  });
  assert.deepEqual(ends[0], ends[1]);
});

test('when the last holder leaves, the reserve goes to T and the price stays what it was', () => {
  const twin = begin({});
  const before = twin.apply({ type: 'buy', id: 'o1', user: 'a', amount: '100' });
  const record = twin.apply({ type: 'sell', user: 'a', points: 'all' });
  assert.equal(read(record, 'price'), read(before, 'price'));
  // 30.00 paid in, floor(0.9 * 30.00) = 27.00 paid out.
  assert.deepEqual([read(record, 'P'), read(record, 'S'), read(record, 'T')], ['0', '0', '3']);
  const next = twin.apply({ type: 'buy', id: 'o2', user: 'b', amount: '100' });
  // 21 / (30 / 21) points: the exact ratio, not its twelve printed decimals.
  assert.equal(read(next, 'S'), '14.7');
});

test('a converted point is backed by cash one for one and comes back from the treasury', () => {
  const twin = begin({});
  twin.apply({ type: 'buy', id: 'o1', user: 'a', amount: '100' });
  twin.apply({ type: 'buy', id: 'o2', user: 'b', amount: '100' });
  const converted = twin.apply({ type: 'convert', user: 'a', points: '10' });
  assert.deepEqual(
    ['treasury', 'C', 'KC'].map((field) => read(converted, field)),
    ['10', '16.8', '16.8'],
  );
  const spent = { type: 'buy', id: 'o3', user: 'a', amount: '10', margin: '0', c: '10' };
  twin.apply({ ...spent, merchant: 'shop' });
  const redeemed = twin.apply({ type: 'redeem_c', merchant: 'shop', amount: '10' });
  assert.deepEqual(
    ['C', 'KC'].map((field) => read(redeemed, field)),
    ['6.8', '6.8'],
  );
  assert.equal(read(read(read(redeemed, 'accounts'), 'm:shop'), 'quota'), '20');
});

test('a late refund of points already sold becomes a debt that the next grant pays first', () => {
  const twin = begin({});
  twin.apply({ type: 'buy', id: 'o1', user: 'a', amount: '100' });
  twin.apply({ type: 'buy', id: 'o2', user: 'b', amount: '100' });
  twin.apply({ type: 'sell', user: 'a', points: 'all' });
  const refunded = twin.apply({ type: 'refund', order: 'o1', amount: 'all' });
  assert.equal(read(read(read(refunded, 'accounts'), 'u:a'), 'debt'), '21');
  const bought = twin.apply({ type: 'buy', id: 'o3', user: 'a', amount: '50' });
  assert.equal(read(read(read(bought, 'accounts'), 'u:a'), 'debt'), '10.5');
  assert.equal(read(read(read(bought, 'accounts'), 'u:a'), 'n'), '0');
});

test('the token of a number decides, not its value', () => {
  const twin = begin({});
  const verdicts = [
    '100',
    '100.0',
    '1e2',
    '"100.0"',
    '"1e2"',
    '"0x64"',
    '"\uff11"',
    '" 1"',
    'null',
    '-1',
    '0',
    '"0.001"',
    '12345678901234567890',
    `"${'0'.repeat(60)}1"`,
  ].map((token, at) => {
    const line = `{"type":"buy","id":"o${at}","user":"a","amount":${token}}`;
    const record = twin.apply(readEventLine(line));
    return read(record, 'ok') === true ? 'ok' : read(record, 'reason');
  });
  assert.deepEqual(verdicts, [
    'ok',
    'BAD_NUMBER',
    'BAD_NUMBER',
    'ok',
    'ok',
    'BAD_NUMBER',
    'BAD_NUMBER',
    'BAD_NUMBER',
    'BAD_NUMBER',
    'BAD_AMOUNT',
    'BAD_AMOUNT',
    'BAD_AMOUNT',
    'ok',
    'BAD_NUMBER',
  ]);
});

test('an unsound policy is refused', () => {
  const unsound: Record<string, unknown>[] = [
    { contribution_rate: '0' },
    { contribution_rate: '1.01', quota_rate: '2' },
    { grant_rate: '0' },
    { grant_rate: '0.8', referral_rate: '0.21' },
    { referral_rate: '-0.1' },
    { dividend_rate: '1.1' },
    { sell_fee: '1' },
    { convert_fee: '1' },
    { quota_rate: '0.3' },
    { merchant_quota_rate: '0.99' },
    { issue_price: '0' },
    { issue_cap: '0' },
    { issue_cap: '1.5', point_decimals: 0n },
    { genesis_reserve: '0.001' },
    { genesis_reserve: '11', issue_cap: '10' },
    { levels: [] },
    { levels: [['1', '1']] },
    {
      levels: [
        ['0', '1'],
        ['0', '2'],
      ],
    },
    { levels: [['0', '-1']] },
    { levels: [['0']] },
    { levels: null },
    { money_decimals: 19n },
    { money_decimals: -1n },
    { point_decimals: null },
    { d_decimals: '1.5' },
    { sell_fee: 0.1 },
    { at: '2026-01-01' },
  ];
  for (const policy of unsound) {
    const refused = createTwin(policy);
    assert.deepEqual(refused, { refused: 'BAD_POLICY' }, `${Object.keys(policy).join()}`);
  }
});

function begin(policy: Record<string, unknown>, firstSeq = 1): Twin {
  const twin = createTwin(policy, firstSeq);
  if ('refused' in twin) return assert.fail('the policy is refused');
  return twin;
}

function linesOf(bytes: Buffer): string[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function replay(lines: readonly string[]): object[] {
  const events = lines.map((line) => readEventLine(line));
  const [first, ...later] = events;
  if (first === undefined) return [];
  if (first['type'] !== 'policy') {
    const twin = begin({}, 0);
    return events.map((event) => twin.apply(event));
  }
  const twin = begin(first);
  return [twin.policyRecord(), ...later.map((event) => twin.apply(event))];
}

function plain(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : assert.fail('not an object');
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : assert.fail('not a list');
}

function read(record: unknown, field: string): unknown {
  return new Map<string, unknown>(Object.entries(plain(record))).get(field);
}

/** Half up to four decimals, for display. */
function rounded(price: unknown): string {
  const units = BigInt(String(price).replace('.', '')) + 50_000_000n;
  const digits = String(units / 100_000_000n).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
