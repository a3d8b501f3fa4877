import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';

/** A file of the build, as it goes out. */
export interface BuiltFile {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export type Encoding = 'br' | 'gzip' | 'identity';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};
const SUFFIXES = { br: '.br', gzip: '.gz', identity: '' } as const;
/** A name with its content's hash in it never means anything else. */
const HASHED = /-[\w-]{8}\.\w+$/;

/** The best encoding of a caller's Accept-Encoding; one refused with q=0 is not taken. */
export function encodingFor(acceptEncoding: string | undefined): Encoding {
  const accepted = (acceptEncoding ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}

/**
 * The files of one folder of the build, listed once: an address that is not in the list is no file,
 * whatever dots and slashes it is made of.
 */
export function builtFiles(
  folder: string,
): (name: string, encoding: Encoding) => Promise<BuiltFile | undefined> {
  let listed: Promise<ReadonlySet<string>> | undefined;
  return async (name, wanted) => {
    listed ??= listFolder(folder);
    const names = await listed;
    const type = TYPES[extname(name)];
    if (type === undefined || !names.has(name)) return undefined;
    const encoding = names.has(name + SUFFIXES[wanted]) ? wanted : 'identity';
    return {
      bytes: await readFile(join(folder, name + SUFFIXES[encoding])),
      headers: {
        'content-type': type,
        'cache-control': HASHED.test(name)
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=3600',
        vary: 'accept-encoding',
        ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      },
    };
  };
}

async function listFolder(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map((entry) => relative(folder, join(entry.parentPath, entry.name))));
}
