import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './server.ts';

const PATIENCE_MS = 240_000;

/** The server that all files of a run of tests share. */
export interface SharedServer {
  readonly origin: string;
  readonly dataDir: string;
}

/**
 * The one server of this run of tests: the first file that asks starts its keeper, the others wait.
 * It ends by itself soon after the run has. While a journey is being written, a server that runs
 * already can be named: TUODI_JOURNEYS_ORIGIN and TUODI_JOURNEYS_DATA_DIR.
 * @throws {Error} with what the server said, when it cannot start.
 */
export async function sharedServer(): Promise<SharedServer> {
  const named = process.env['TUODI_JOURNEYS_ORIGIN'];
  if (named !== undefined) {
    return { origin: named, dataDir: process.env['TUODI_JOURNEYS_DATA_DIR'] ?? '.data' };
  }
  // Under `node --test` each file is a process of its own, and the runner is their parent.
  const owner = process.env['NODE_TEST_CONTEXT'] === undefined ? process.pid : process.ppid;
  const folder = path.join(os.tmpdir(), `tuodi-journeys-${String(owner)}`);
  if (mayStart(folder)) keep(folder, owner);
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const failed = read(path.join(folder, 'failed'));
    if (failed !== undefined) throw new Error(failed);
    const running = read(path.join(folder, 'server.json'));
    if (running !== undefined) {
      const { origin, dataDir }: SharedServer = JSON.parse(running);
      return { origin, dataDir };
    }
    await sleep(100);
  }
  throw new Error('the shared server of the journeys did not come up');
}

/** Exactly one process makes the folder. One that an earlier run left behind is cleared away. */
function mayStart(folder: string): boolean {
  const left = read(path.join(folder, 'server.json'));
  if (left !== undefined) {
    const { keeper }: { keeper: number } = JSON.parse(left);
    if (!isAlive(keeper)) fs.rmSync(folder, { recursive: true, force: true });
  }
  try {
    fs.mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function keep(folder: string, owner: number): void {
  const keeper = path.join(import.meta.dirname, 'keeper.ts');
  const log = fs.openSync(path.join(folder, 'log'), 'a');
  spawn(process.execPath, [keeper, folder, String(owner)], {
    detached: true,
    stdio: ['ignore', log, log],
  }).unref();
  fs.closeSync(log);
}

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    // Not there yet.
    return undefined;
  }
}
