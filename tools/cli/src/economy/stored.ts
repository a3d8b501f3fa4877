import { text } from 'node:stream/consumers';
import type { Context } from '@tuodi/platform';
import { exportLog, hashOfRecord, showEconomy } from '@tuodi/platform/economy';
import type { Tenant } from '@tuodi/platform/tenancy';
import { readTenantFlag } from '../flags.ts';
import { LineWriter } from '../output.ts';
import { UsageError } from '../usage.ts';
import { tenantsNamed, withContext } from '../with-context.ts';

/** `tuodi economy export --tenant SLUG`: the policy and every event of the log, as replay reads it. */
export function exportEconomy(words: readonly string[]): Promise<number> {
  return onTenant(words, 'export', async (context, { id }) => {
    const out = new LineWriter(process.stdout);
    for await (const line of exportLog(context, id)) await out.write(line);
    await out.flush();
  });
}

/** `tuodi economy show --tenant SLUG`: the present state as one record with accounts. */
export function show(words: readonly string[]): Promise<number> {
  return onTenant(words, 'show', async (context, { id }) => {
    process.stdout.write(`${JSON.stringify(await showEconomy(context, id))}\n`);
  });
}

/** `tuodi economy hash --tenant SLUG | -`: the hash of a tenant's state, or of a final record. */
export async function hash(words: readonly string[]): Promise<number> {
  if (words.length === 1 && words[0] === '-') return hashOfInput();
  return onTenant(words, 'hash', async (context, { id }) => {
    process.stdout.write(`${hashOfRecord(await showEconomy(context, id))}\n`);
  });
}

async function hashOfInput(): Promise<number> {
  const record = readRecord(await text(process.stdin));
  if (typeof record !== 'object' || record === null) {
    process.stderr.write('standard input is no final record\n');
    return 2;
  }
  process.stdout.write(`${hashOfRecord(record)}\n`);
  return 0;
}

/** The one JSON value of a text; undefined where it is none. */
function readRecord(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function onTenant(
  words: readonly string[],
  verb: string,
  work: (context: Context, tenant: Tenant) => Promise<void>,
): Promise<number> {
  const usage = `tuodi economy ${verb} --tenant SLUG`;
  const { tenant: slug, rest } = readTenantFlag(words, usage);
  if (slug === undefined || rest.length > 0) throw new UsageError(usage);
  return withContext(async (context) => {
    const [tenant] = (await tenantsNamed(context, slug)) ?? [];
    if (tenant === undefined) {
      process.stderr.write(`there is no tenant ${slug}\n`);
      return 2;
    }
    await work(context, tenant);
    return 0;
  });
}
