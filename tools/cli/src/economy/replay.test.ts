import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';

const PROGRAM = path.resolve(import.meta.dirname, '..', 'main.ts');
const EXAMPLES = path.resolve(import.meta.dirname, '../../../../..', 'shared/data/economy');

function replay(
  input: string,
  ...flags: string[]
): { status: number | null; records: unknown[]; error: string } {
  const done = spawnSync(process.execPath, [PROGRAM, 'economy', 'replay', ...flags], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const lines = done.stdout.split('\n').filter((line) => line !== '');
  const records = lines.map((line): unknown => JSON.parse(line));
  return { status: done.status, records, error: done.stderr };
}

const streams = existsSync(EXAMPLES)
  ? readdirSync(EXAMPLES).filter((name) => name.endsWith('.events.jsonl'))
  : [];

test(
  'replay equals every state of the example streams, field by field',
  { skip: streams.length === 0 ? 'the example streams are not beside this clone' : false },
  () => {
    for (const name of streams) {
      const file = path.join(EXAMPLES, name);
      const packed = readFileSync(file.replace('.events.jsonl', '.states.jsonl.gz'));
      const wanted = gunzipSync(packed).toString('utf8').trim().split('\n');
      const first: unknown = JSON.parse(wanted[0] ?? '{}');
      const flags = 'accounts' in Object(first) ? ['--accounts'] : [];
      const { status, records } = replay(readFileSync(file, 'utf8'), ...flags);
      assert.equal(status, 0);
      assert.equal(records.length, wanted.length);
      records.forEach((record, at) => {
        assert.deepEqual(record, JSON.parse(wanted[at] ?? ''), `${name}, record ${at}`);
      });
    }
  },
);

const BUY = '{"type":"buy","id":"o1","user":"u1","amount":"100"}';

test('without a policy line the defaults hold and the first event is seq 0', () => {
  const { records } = replay(`\n${BUY}\n\n`);
  assert.equal(records.length, 1);
  assert.deepEqual(
    { seq: 0, price: '1.428571428571', P: '30' },
    (({ seq, price, P }) => ({ seq, price, P }))(Object(records[0])),
  );
});

test('the token of a number decides, not its value', () => {
  const amounts = ['100.0', '1e2', '100', '"1e2"', '"100.0"', '"1e999"', 'null', 'true'];
  const lines = amounts.map(
    (amount, n) => `{"type":"buy","id":"${n}","user":"u","amount":${amount}}`,
  );
  const { status, records } = replay(lines.join('\n'));
  assert.equal(status, 0);
  assert.deepEqual(
    records.map((record) => Object(record).reason ?? 'ok'),
    ['BAD_NUMBER', 'BAD_NUMBER', 'ok', 'ok', 'ok', 'BAD_NUMBER', 'BAD_NUMBER', 'BAD_NUMBER'],
  );
});

test('an integer token is exact however long it is', () => {
  const { records } = replay('{"type":"buy","id":"1","user":"u","amount":12345678901234567890}');
  assert.equal(Object(records[0]).P, '3703703670370370367');
});

test('a line that is no event ends with exit 2 and its number; what came before stands', () => {
  for (const bad of ['{"type":', '[]', '"buy"', '{"typ":"buy"}', '{"type":1}', 'null', '01']) {
    const { status, records, error } = replay(`${BUY}\n\n${bad}\n${BUY}`);
    assert.equal(status, 2, bad);
    assert.equal(records.length, 1, bad);
    assert.match(error, /^line 3: /, bad);
  }
});

test('a policy that breaks a precondition is refused with one record and exit 2', () => {
  for (const fields of [
    '"contribution_rate":"0"',
    '"sell_fee":"1"',
    '"surprise":1',
    '"levels":[]',
  ]) {
    const { status, records } = replay(`{"type":"policy",${fields}}\n${BUY}`);
    assert.equal(status, 2, fields);
    assert.deepEqual(records, [{ seq: 0, type: 'policy', ok: false, reason: 'BAD_POLICY' }]);
  }
});

test('--final prints the last record alone, with accounts; names of prototypes are plain names', () => {
  const odd = '{"type":"buy","id":"o2","user":"__proto__","amount":"100"}';
  const { records } = replay(`${BUY}\n${odd}\n{"type":"toString"}`, '--final');
  assert.equal(records.length, 1);
  const record = Object(records[0]);
  assert.equal(record.reason, 'UNKNOWN_EVENT');
  assert.deepEqual(Object.keys(record.accounts), ['u:__proto__', 'u:u1']);
  assert.deepEqual(record.top, ['u:u1', 'u:__proto__']);
});

test('words that make no sense end with exit 2 and the usage, and print nothing else', () => {
  for (const words of [['--all'], ['a', 'b'], ['--final', '--accounts']]) {
    const { status, records, error } = replay('', ...words);
    assert.equal(status, 2);
    assert.deepEqual(records, []);
    assert.match(error, /^usage: tuodi economy replay/);
  }
  assert.equal(replay('', 'no-such-file.jsonl').status, 2);
});
