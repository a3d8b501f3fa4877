import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { round } from './bench.ts';
import type { Bench } from './bench.ts';
import { Connections } from './server/caller.ts';
import { makeDataFolder, removeDataFolder } from './server/running-server.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git', '.data', 'dist']);
const PATIENCE_MS = 180_000;
const MOST_SECONDS = 60;

/**
 * What `npm start` takes on a fresh clone whose packages are installed: database made and migrated,
 * pages built, demo malls seeded, until /readyz says so. Runs in a copy of the sources that has
 * nothing built. The baseline is the second start of the same copy.
 */
export const coldStart: Bench = {
  name: 'cold-start',
  about: 'npm start until ready: first with the web build, then again',
  async *run() {
    const folder = makeDataFolder();
    try {
      const clone = copySources(path.join(folder, 'clone'));
      const first = await timeStart(clone);
      const second = await timeStart(clone);
      yield {
        firstSeconds: round(first),
        baseline: 'seconds of the second start of the same clone',
        baselineSeconds: round(second),
        ratio: round(first / second),
        ok: first < MOST_SECONDS,
      };
    } finally {
      removeDataFolder(folder);
    }
  },
};

/** The sources without anything built, on the packages that are installed here. */
function copySources(clone: string): string {
  fs.cpSync(ROOT, clone, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !LEFT_OUT.has(path.basename(source)),
  });
  const installed = path.join(ROOT, 'node_modules');
  const modules = path.join(clone, 'node_modules');
  fs.mkdirSync(modules);
  for (const name of fs.readdirSync(installed)) {
    const from = path.join(installed, name);
    // Our own packages are links into the clone; everybody else's stay where they are.
    if (name === '@tuodi')
      fs.cpSync(from, path.join(modules, name), { recursive: true, verbatimSymlinks: true });
    else if (name !== '.tuodi-lock') fs.symlinkSync(from, path.join(modules, name));
  }
  const lock = fs.readFileSync(path.join(clone, 'package-lock.json'));
  fs.writeFileSync(
    path.join(modules, '.tuodi-lock'),
    createHash('sha256').update(lock).digest('hex'),
  );
  return clone;
}

/** Runs what `npm start` runs, until it is ready, and stops it. @returns the seconds. */
async function timeStart(clone: string): Promise<number> {
  const port = await freePort();
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('TUODI_') && name !== 'DATABASE_URL' && name !== 'INIT_CWD',
  );
  const started = performance.now();
  const child = spawn(process.execPath, ['tools/bootstrap.mjs', 'platform/src/main.ts'], {
    cwd: clone,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...Object.fromEntries(own), TUODI_PORT: String(port), TUODI_LOG: 'error' },
  });
  try {
    await untilReady(child, port);
    return (performance.now() - started) / 1000;
  } finally {
    await stop(child);
  }
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  const connections = new Connections(1);
  const until = performance.now() + PATIENCE_MS;
  const request = { method: 'GET', url: `http://127.0.0.1:${String(port)}/readyz` } as const;
  try {
    while (performance.now() < until) {
      if (child.exitCode !== null) throw new Error(`the start failed (${String(child.exitCode)})`);
      const answer = await connections.send(request).catch(() => undefined);
      if (answer?.status === 200) return;
      await sleep(25);
    }
    throw new Error('the start is not ready in three minutes');
  } finally {
    connections.close();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
