import { UsageError } from '../usage.ts';
import { replay } from './replay.ts';
import { exportEconomy, hash, show } from './stored.ts';

const VERBS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  replay,
  export: exportEconomy,
  show,
  hash,
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
