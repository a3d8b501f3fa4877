import { UsageError } from './usage.ts';

/** A command of `tuodi`: its own words after the room's name; answers the exit code. */
type Room = (words: readonly string[]) => Promise<number>;

const ROOMS: Readonly<Record<string, Room>> = {
  clock: async (words) => (await import('./clock/advance.ts')).clock(words),
  audit: async (words) => (await import('./audit/audit.ts')).audit(words),
  economy: async (words) => (await import('./economy/index.ts')).economy(words),
};

async function run(words: readonly string[]): Promise<number> {
  const [room = '', ...rest] = words;
  const command = Object.hasOwn(ROOMS, room) ? ROOMS[room] : undefined;
  if (command === undefined) {
    throw new UsageError(`tuodi ${Object.keys(ROOMS).join(' | ')} …`);
  }
  return command(rest);
}

// A reader that goes away (`| head`) ends the program quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`usage: ${error.message}\n`);
  process.exitCode = 2;
}
