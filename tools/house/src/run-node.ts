import { spawn } from 'node:child_process';

/** One run of the pinned Node: what it is given and how it is watched. */
export interface NodeRun {
  readonly arguments: readonly string[];
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** `shown` writes straight to the terminal; `kept` is returned. */
  readonly output: 'shown' | 'kept';
  /** Ends the run, with SIGTERM. */
  readonly stop?: AbortSignal;
}

export interface Ended {
  /** 0 when all went well; a run that a signal ended counts as 1. */
  readonly code: number;
  /** What it wrote, standard output and error as they came; empty when it was shown. */
  readonly output: string;
}

/** Runs the Node that runs this program, to its end. @throws when it cannot be started. */
export function runNode(run: NodeRun): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, run.arguments, {
      cwd: run.cwd,
      env: { ...process.env, ...run.environment },
      stdio: run.output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const pieces: Buffer[] = [];
    child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr?.on('data', (piece: Buffer) => pieces.push(piece));
    const stop = (): void => void child.kill('SIGTERM');
    run.stop?.addEventListener('abort', stop);
    child.on('error', reject);
    child.on('close', (code) => {
      run.stop?.removeEventListener('abort', stop);
      resolve({ code: code ?? 1, output: Buffer.concat(pieces).toString('utf8') });
    });
  });
}

/** `1.2 s`, for people. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
