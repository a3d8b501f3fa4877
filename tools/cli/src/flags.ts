import { parseArgs } from 'node:util';
import { UsageError } from './usage.ts';

/** Reads `--tenant SLUG` and plain words; anything else is a usage error with that usage line. */
export function readTenantFlag(
  words: readonly string[],
  usage: string,
): { readonly tenant: string | undefined; readonly rest: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { tenant: { type: 'string' } },
      allowPositionals: true,
    });
    return { tenant: values.tenant, rest: positionals };
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(usage);
    throw error;
  }
}
