import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

/**
 * Runs `work` while no other process of this machine holds `file`: two programs that start at the
 * same moment must not both make the database. A lock whose process is gone is taken over.
 */
export async function withFolderLock<Result>(
  file: string,
  work: () => Promise<Result>,
): Promise<Result> {
  await take(file, Date.now() + PATIENCE_MS);
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

async function take(file: string, deadline: number): Promise<void> {
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o644 });
      return;
    } catch (error) {
      if (!fs.existsSync(file) && Date.now() < deadline) continue;
      if (Date.now() >= deadline) throw error;
    }
    dropIfAbandoned(file);
    await sleep(20);
  }
}

function dropIfAbandoned(file: string): void {
  const holder = readHolder(file);
  // 0: the holder has made the file and not written its number yet.
  if (holder === 0 || isAlive(holder)) return;
  const aside = `${file}.${String(process.pid)}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return; // Another process dropped it first.
  }
  // Between reading and renaming the lock may have changed hands: give a live one back.
  if (readHolder(aside) !== holder) fs.renameSync(aside, file);
  else fs.rmSync(aside, { force: true });
}

function readHolder(file: string): number {
  try {
    return Number(fs.readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

/** Whether a process of that number exists, also one that belongs to somebody else. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
