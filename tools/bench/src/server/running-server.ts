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
  readonly #voice: Voice;

  private constructor(
    dataFolder: string,
    origin: string,
    process: { readonly child: ChildProcess; readonly voice: Voice },
  ) {
    this.dataFolder = dataFolder;
    this.origin = origin;
    this.#child = process.child;
    this.#voice = process.voice;
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
    const voice = new Voice(child);
    try {
      return new RunningServer(dataFolder, await originOf(child, voice), { child, voice });
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** The last lines that it has printed: its errors, if it has any to tell. */
  get lastWords(): string {
    return this.#voice.last;
  }

  /** Whether the process has ended, by itself or not. */
  get ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
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
    await this.#end();
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
    await Promise.race([this.#end(), sleep(15_000, undefined, { ref: false })]);
    if (!this.ended) await this.kill();
  }

  async #end(): Promise<void> {
    if (this.ended) return;
    await new Promise((resolve) => this.#child.once('exit', resolve));
  }
}

function withoutDatabase(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('TUODI_') && name !== 'DATABASE_URL',
  );
  return Object.fromEntries(own);
}

/** Keeps the end of what a process prints. */
class Voice {
  #said = '';

  constructor(child: ChildProcess) {
    const hear = (bytes: Buffer): void => {
      this.#said = `${this.#said}${bytes.toString()}`.slice(-20_000);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
  }

  get last(): string {
    return this.#said.slice(-12_000);
  }

  /** `http://127.0.0.1:PORT` in the lines that say that the server is ready. */
  get origin(): string | undefined {
    return /API\s+(http:\/\/127\.0\.0\.1:\d+)\//.exec(this.#said)?.[1];
  }
}

async function originOf(child: ChildProcess, voice: Voice): Promise<string> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    if (voice.origin !== undefined) return voice.origin;
    const { exitCode, signalCode } = child;
    if (exitCode !== null || signalCode !== null) {
      throw new Error(`the server ended (${String(exitCode ?? signalCode)}):\n${voice.last}`);
    }
    await sleep(10);
  }
  throw new Error(`the server is not ready in time:\n${voice.last}`);
}
