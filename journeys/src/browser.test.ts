import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { findBrowser } from './browser.ts';

test('CHROME_PATH wins, and one that names nothing is an error', () => {
  const found = findBrowser({ CHROME_PATH: process.execPath, PATH: process.env['PATH'] });
  assert.deepEqual([found.program, found.from], [process.execPath, 'CHROME_PATH']);
  assert.throws(() => findBrowser({ CHROME_PATH: '/no/such/browser' }), /which does not exist/);
});

test('a browser on PATH comes next, if it runs', { skip: process.platform === 'win32' }, () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tuodi-browser-'));
  try {
    const put = (name: string, script: string) => {
      fs.writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    };
    put('google-chrome', 'exit 1');
    put('chromium', 'echo Chromium 147');
    const found = findBrowser({ PATH: folder });
    assert.deepEqual([found.program, found.from], [path.join(folder, 'chromium'), 'PATH']);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

test('without either the packaged browser is unpacked, or the message says what to do', () => {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const found = findBrowser({});
    assert.equal(found.from, 'package');
    assert.ok(fs.statSync(found.program).size > 50_000_000);
  } else {
    assert.throws(() => findBrowser({}), /install Chrome or Chromium, or set CHROME_PATH/);
  }
});
