import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRoomPages } from './room-pages.ts';

const page =
  '# stock\n\n- **Owns** a\n- **Does not own** b\n- **Invariants** c\n- **Not promised** d\n';
const script: [string, string] = ['platform/src/stock/service.ts', ''];

function findings(...files: [string, string][]): readonly string[] {
  return checkRoomPages(new Map(files)).map(({ path, message }) => `${path} ${message}`);
}

test('a room with its page passes, a folder without a script is no room yet', () => {
  assert.deepEqual(findings(script, ['platform/src/stock/README.md', page]), []);
  assert.deepEqual(findings(['web/view/package.json', '{}']), []);
});

test('a room without a README fails, in every wing', () => {
  assert.deepEqual(findings(script), ['platform/src/stock/README.md the room has no README']);
  const other: [string, string][] = [
    ['kernel/economy/src/a.ts', ''],
    ['wire/src/a.ts', ''],
    ['web/console/src/a.tsx', ''],
    ['tools/cli/src/a.ts', ''],
    ['journeys/src/a.ts', ''],
    ['platform/src/main.ts', ''],
  ];
  assert.equal(findings(...other).length, other.length);
});

test('a README that leaves out an answer or is longer than a screen fails', () => {
  const short: [string, string] = ['platform/src/stock/README.md', page.replace('Invariants', '')];
  assert.deepEqual(findings(script, short), [
    "platform/src/stock/README.md does not say 'invariants'",
  ]);
  const long: [string, string] = ['platform/src/stock/README.md', page + 'more\n'.repeat(60)];
  assert.match(String(findings(script, long)), /one screen is 60/);
});
