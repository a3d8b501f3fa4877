import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MAIN = path.join(ROOT, 'platform/src/main.ts');
/** A cold start builds the pages and seeds two malls, perhaps on a machine that is busy. */
const READY_MS = 180_000;
const STOP_MS = 20_000;

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  /** From the signal to the end of the process. */
  readonly milliseconds: number;
}

/** The program of `npm start`, running on a data folder of its own. */
export interface RunningServer {
  /** `http://127.0.0.1:8787` */
  readonly origin: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Its PostgreSQL. */
  readonly databasePid: number;
  /** What it said so far, on both streams. */
  output(): string;
  stop(signal: 'SIGINT' | 'SIGTERM'): Promise<Ended>;
}

/** A folder that the database's own user can enter, also where the tests run as root. */
export function newDataDir(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tuodi-journey-'));
  fs.chmodSync(folder, 0o755);
  return folder;
}

/**
 * Starts the real server, as `npm start` does, on `dataDir` and a free port.
 * @returns once /readyz answers 200.
 * @throws {Error} with what the server said, when it ends before that.
 */
export async function startServer(dataDir: string): Promise<RunningServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    cwd: ROOT,
    env: { ...environment(), TUODI_PORT: String(port), TUODI_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  try {
    await untilReady(child, origin);
  } catch (error) {
    await end(child, 'SIGTERM');
    throw new Error(`${String(error)}; the server said:\n${said}`, { cause: error });
  }
  return {
    origin,
    dataDir,
    pid: child.pid ?? 0,
    databasePid: databasePid(dataDir),
    output: () => said,
    stop: (signal) => end(child, signal),
  };
}

/** What the server is told: nothing of the run of tests around it, and no outside database. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(TUODI_|NODE_TEST|NODE_OPTIONS$|DATABASE_URL$|INIT_CWD$)/.test(name),
  );
  return { ...Object.fromEntries(kept), TUODI_LOG: 'warn' };
}

async function untilReady(child: ChildProcess, origin: string): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`the server ended with ${String(child.exitCode ?? child.signalCode)}`);
    }
    if ((await statusOf(`${origin}/readyz`)) === 200) return;
    await sleep(100);
  }
  throw new Error(`the server was not ready after ${String(READY_MS / 1000)} s`);
}

/** The status of an address; 0 where nobody listens yet. */
export async function statusOf(address: string): Promise<number> {
  try {
    const response = await fetch(address);
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}

/** Sends the signal and waits for the end; one that hangs is killed, and its code says so. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<Ended> {
  const began = performance.now();
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const killer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(killer);
  }
  return { code: child.exitCode, milliseconds: performance.now() - began };
}

/** The number of the PostgreSQL that serves a data folder. */
function databasePid(dataDir: string): number {
  const file = path.join(dataDir, 'pg', 'postmaster.pid');
  return Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
}

/** Whether a process runs. One that has ended and waits to be buried by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return !isBuriedSoon(pid);
}

function isBuriedSoon(pid: number): boolean {
  try {
    // "123 (postgres) Z …"
    return /^\d+ \(.*\) Z/.test(fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    // It has gone meanwhile, or this system tells nothing: the signal has the last word.
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('the system gave no port'));
      });
    });
  });
}
