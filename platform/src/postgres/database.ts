import path from 'node:path';
import { openEmbedded } from './embedded.ts';
import type { Database, EmbeddedOptions } from './embedded.ts';

export interface FindDatabase {
  /** DATABASE_URL; undefined: the embedded server. */
  readonly databaseUrl: string | undefined;
  /** Where the embedded server keeps its data, in the sub-folder `pg`. */
  readonly dataDir: string;
  readonly stay: EmbeddedOptions['stay'];
  readonly log: (line: string) => void;
}

/** Finds the database of this installation: the one it was told, else the embedded one. */
export async function findDatabase(options: FindDatabase): Promise<Database> {
  if (options.databaseUrl !== undefined) {
    const stop = async (): Promise<void> => {};
    return { url: options.databaseUrl, kind: 'external', pid: null, folder: null, stop };
  }
  const folder = path.join(options.dataDir, 'pg');
  return openEmbedded({ folder, stay: options.stay, log: options.log });
}
