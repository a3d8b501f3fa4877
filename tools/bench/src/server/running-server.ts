import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PROGRAM = path.resolve(import.meta.dirname, '../../../../platform/src/main.ts');
const PATIENCE_MS = 90_000;

/** A new empty data folder that also the database's unprivileged user can enter. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tuodi-run-'));
  chmodSync(folder, 0o755);
  return folder;
}

export function removeDataFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** What the server is told besides its data folder; a real database is never inherited. */
export type ServerEnvironment = Readonly<Record<string, string>>;

/**
 * A real server, as `npm start` runs it, in a process of its own on an embedded database of its
 * own. It listens on 127.0.0.1 on a free port.
 */
export class RunningServer {
  readonly dataFolder: string;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly #child: ChildProcess;

  private constructor(dataFolder: string, origin: string, child: ChildProcess) {
    this.dataFolder = dataFolder;
    this.origin = origin;
    this.#child = child;
  }

  /**
   * Starts the server and waits until it says that it is ready.
   * @throws {Error} with its last words when it ends before, or is not ready in 90 seconds.
   */
  static async start(
    dataFolder: string,
    environment: ServerEnvironment = {},
  ): Promise<RunningServer> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...withoutDatabase(),
        TUODI_DATA_DIR: dataFolder,
        TUODI_INSTALLATION: 'test',
        TUODI_LOG: 'error',
        TUODI_PORT: '0',
        ...environment,
      },
    });
    try {
      return new RunningServer(dataFolder, await originOf(child), child);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** The process of its PostgreSQL, by the pid file; null while there is none. */
  get databasePid(): number | null {
    const file = path.join(this.dataFolder, 'pg', 'postmaster.pid');
    if (!existsSync(file)) return null;
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  }

  /** kill -9 of the server alone; its PostgreSQL goes on and is joined by the next start. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended();
  }

  /** kill -9 of its PostgreSQL, which the server starts again. @returns whether there was one. */
  killDatabase(): boolean {
    const pid = this.databasePid;
    if (pid === null) return false;
    try {
      process.kill(pid, 'SIGKILL');
      return true;
    } catch {
      // It ended between the look and the blow.
      return false;
    }
  }

  /** SIGTERM, as an operator stops it: its PostgreSQL ends with it. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await Promise.race([this.#ended(), sleep(15_000, undefined, { ref: false })]);
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.kill();
  }

  async #ended(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    await new Promise((resolve) => this.#child.once('exit', resolve));
  }
}

function withoutDatabase(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('TUODI_') && name !== 'DATABASE_URL',
  );
  return Object.fromEntries(own);
}

/** The origin in the lines that the server prints when it is ready. */
function originOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => fail('is not ready in time'), PATIENCE_MS);
    const fail = (what: string): void => {
      clearTimeout(timer);
      reject(new Error(`the server ${what}:\n${said.slice(-3000)}`));
    };
    const hear = (bytes: Buffer): void => {
      said = `${said}${bytes.toString()}`.slice(-20_000);
      const origin = /API\s+(http:\/\/127\.0\.0\.1:\d+)\//.exec(said)?.[1];
      if (origin === undefined) return;
      clearTimeout(timer);
      resolve(origin);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`ended (${String(code ?? signal)})`));
  });
}
