import { UsageError } from '../usage.ts';

type Command = (words: readonly string[]) => Promise<number>;

// Loaded when called: a replay must not wait for the database's code.
const VERBS: Readonly<Record<string, Command>> = {
  replay: async (words) => (await import('./replay.ts')).replay(words),
  export: async (words) => (await import('./stored.ts')).exportEconomy(words),
  show: async (words) => (await import('./stored.ts')).show(words),
  hash: async (words) => (await import('./stored.ts')).hash(words),
};

/** `tuodi economy …`: the verbs of the economy room. */
export async function economy(words: readonly string[]): Promise<number> {
  const [verb = '', ...rest] = words;
  const command = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (command === undefined) {
    throw new UsageError(`tuodi economy ${Object.keys(VERBS).join(' | ')} …`);
  }
  return command(rest);
}
