import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Check, CheckOptions, Findings } from './check.ts';

const TEST = path.resolve(import.meta.dirname, '../../../kernel/economy/src/economy.model.test.ts');
const MOST_MS = 3_000_000;

/** Random events through the reducer and through its naive twin: every digit is the same. */
export const economy: Check = {
  name: 'economy',
  about: 'random events through the reducer and its naive twin',
  async run({ seed, events }: CheckOptions): Promise<Findings> {
    const { code, said } = await runTest({ seed, events });
    const agreed = code === 0 && said.includes(`on ${events} random events`);
    return {
      facts: { events },
      faults: agreed ? [] : [`reducer and twin differ: ${said.slice(-1_500)}`],
    };
  },
};

function runTest(options: {
  readonly seed: number;
  readonly events: number;
}): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--test', '--test-reporter=tap', TEST], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: MOST_MS,
      env: {
        ...process.env,
        // A test of the house that runs this check must not be taken for its runner.
        NODE_TEST_CONTEXT: undefined,
        TUODI_TWIN_EVENTS: String(options.events),
        TUODI_TWIN_SEED: String(options.seed),
      },
    });
    let said = '';
    const hear = (bytes: Buffer): void => {
      said = `${said}${bytes.toString()}`.slice(-20_000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
