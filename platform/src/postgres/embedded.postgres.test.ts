import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbedded } from './embedded.ts';
import type { Database } from './embedded.ts';
import { withOwner } from './roles.ts';
import { isServing } from './running-server.ts';

let home = '';
const moved = new Set<string>();

async function open(stay: 'server' | 'visitor'): Promise<Database> {
  const folder = path.join(home, 'data', 'pg');
  const database = await openEmbedded({ folder, stay, log: () => {} });
  if (database.folder !== folder) moved.add(path.dirname(database.folder ?? folder));
  return database;
}

before(() => {
  // A private folder, as a clone under /root is: run as root, the data must move out of it.
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'tuodi-embedded-'));
});
after(() => {
  for (const folder of [home, ...moved]) {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

const ask = (database: Database, text: string): Promise<unknown[]> =>
  withOwner(database.url, async (owner) => (await owner.query(text)).rows);

/** Another program that opens the same folder, says so, and then stays until it is killed. */
async function startProgram(): Promise<{ kill(): Promise<void> }> {
  const script = `
    const { openEmbedded } = await import(${JSON.stringify(path.join(import.meta.dirname, 'embedded.ts'))});
    await openEmbedded({ folder: ${JSON.stringify(path.join(home, 'data', 'pg'))}, stay: 'server', log: () => {} });
    console.log('open');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

test('the server starts, keeps its data over a stop, and is down after the stop', async () => {
  const first = await open('visitor');
  assert.equal(first.kind, 'embedded');
  await ask(first, 'create table kept (n int); insert into kept values (7)');
  await first.stop();
  assert.equal(isServing(first.pid ?? 0), false);
  const second = await open('visitor');
  assert.deepEqual(await ask(second, 'select n from kept'), [{ n: 7 }]);
  await second.stop();
});

test('texts sort by code point and parallel workers are off', async () => {
  const database = await open('visitor');
  assert.deepEqual(await ask(database, `select 'Z' < 'a' as ok`), [{ ok: true }]);
  assert.deepEqual(await ask(database, 'show max_parallel_workers_per_gather'), [
    { max_parallel_workers_per_gather: '0' },
  ]);
  await database.stop();
});

test('programs that start at the same moment share one server, stopped by its starter', async () => {
  const [one, two, three] = await Promise.all([open('visitor'), open('visitor'), open('visitor')]);
  assert.equal(new Set([one.pid, two.pid, three.pid]).size, 1);
  await one.stop();
  assert.equal(isServing(one.pid ?? 0), false);
});

test('a visitor joins a running server and leaves it running', async () => {
  const program = await startProgram();
  const visitor = await open('visitor');
  await visitor.stop();
  assert.equal(isServing(visitor.pid ?? 0), true);
  await program.kill();
  const taker = await open('server');
  assert.equal(taker.pid, visitor.pid);
  await taker.stop();
});

test('a server that survived kill -9 of its program is taken over by the next one', async () => {
  const program = await startProgram();
  const witness = await open('visitor');
  await program.kill();
  assert.equal(isServing(witness.pid ?? 0), true);
  const next = await open('server');
  assert.equal(next.pid, witness.pid);
  assert.deepEqual(await ask(next, 'select n from kept'), [{ n: 7 }]);
  await next.stop();
  assert.equal(isServing(witness.pid ?? 0), false);
});

test('a server killed with kill -9 is started again on its port, with what it acknowledged', async () => {
  const database = await open('server');
  await ask(database, 'insert into kept values (8)');
  process.kill(database.pid ?? 0, 'SIGKILL');
  const deadline = Date.now() + 20_000;
  let rows: unknown[] = [];
  while (rows.length === 0 && Date.now() < deadline) {
    await sleep(50);
    rows = await ask(database, 'select n from kept order by n').catch(() => []);
  }
  assert.deepEqual(rows, [{ n: 7 }, { n: 8 }]);
  await database.stop();
  const again = await open('visitor');
  assert.notEqual(again.pid, database.pid);
  await again.stop();
});

test('locks that a crash left behind do not stop the next start', async () => {
  const first = await open('visitor');
  await first.stop();
  const folder = first.folder ?? '';
  // Our own number: a living process that is not PostgreSQL.
  const lines = [String(process.pid), folder, '1', '5432', '', '127.0.0.1', '', 'ready'];
  fs.writeFileSync(path.join(folder, 'postmaster.pid'), lines.join('\n'));
  const { port } = new URL(first.url);
  fs.writeFileSync(path.join(folder, `.s.PGSQL.${port}.lock`), lines.join('\n'));
  const next = await open('visitor');
  assert.deepEqual(await ask(next, 'select n from kept order by n limit 1'), [{ n: 7 }]);
  await next.stop();
});
