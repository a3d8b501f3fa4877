import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from './paths.ts';

const LEFT_OUT = new Set(['dist', 'node_modules']);

/** SHA-256 over every file of web/ and the lockfile: what a build depends on. */
export async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(paths.lockfile));
  for (const file of await filesOf(paths.web)) {
    hash.update(file.slice(paths.web.length));
    hash.update(await readFile(file));
  }
  return hash.digest('hex');
}

/** The hash of the build that lies in dist; '' where there is none. */
export async function builtHash(): Promise<string> {
  try {
    return await readFile(paths.stamp, 'utf8');
  } catch {
    return '';
  }
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter((entry) => !LEFT_OUT.has(entry.name))
      .map(async (entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? filesOf(path) : [path];
      }),
  );
  return found.flat().toSorted();
}
