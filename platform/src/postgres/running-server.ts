import fs from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './folder-lock.ts';

const PATIENCE_MS = 60_000;

/**
 * The server that serves `folder`, by its pid file; null when there is none. Waits while one is
 * starting or stopping. What a crash left behind is removed when its number now belongs to a process
 * that is not PostgreSQL: PostgreSQL itself would refuse to start for ever.
 */
export async function findRunning(folder: string): Promise<{ pid: number; port: number } | null> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
    const found = readPidFile(folder);
    if (found === null || !isServing(found.pid)) {
      removeLocks(folder);
      return null;
    }
    if (found.status === 'ready' && (await answers(found.port))) return found;
    await sleep(20);
  }
  throw new Error(`a PostgreSQL holds ${folder} and does not answer; see ${folder}.log`);
}

/** The locks of its folder and of its socket, where no living server holds them. */
function removeLocks(folder: string): void {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    if (name !== 'postmaster.pid' && !/^\.s\.PGSQL\.\d+\.lock$/.test(name)) continue;
    const file = path.join(folder, name);
    const holder = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
    if (!isServing(holder)) fs.rmSync(file, { force: true });
  }
}

/** What a server says of itself in its data folder; `status` is "ready" when it takes sessions. */
export function readPidFile(folder: string): { pid: number; port: number; status: string } | null {
  try {
    const lines = fs.readFileSync(pidFile(folder), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return null;
  }
}

function pidFile(folder: string): string {
  return path.join(folder, 'postmaster.pid');
}

/**
 * Whether a PostgreSQL of that number lives. Linux tells what a process is; elsewhere a living
 * process of that number is taken for PostgreSQL.
 */
export function isServing(pid: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // "123 (postgres) S …"; Z is a dead process that nobody has buried.
    return /^\d+ \(postgres\) [^Z]/.test(stat);
  } catch {
    return false;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
