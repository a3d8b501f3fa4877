import { findDatabase, withOwner } from '@tuodi/platform/postgres';

/** Number and hash of a mall's rows, table by table. */
export type Fingerprint = Readonly<Record<string, string>>;

/**
 * Tables that may change although a request was refused, and why: everything else of a mall must
 * be the same to the last byte.
 */
const LIVELY: Readonly<Record<string, string>> = {
  sign_in_codes: 'a wrong code is an attempt, and attempts are counted',
  economy_outcomes: 'a refused sale is an answer, kept under its key',
  writer_leases: 'the writer renews its lease every second',
};

const TABLES = `
  select c.relname as name
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
  where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
  order by c.relname`;

/**
 * Reads all rows of a mall, past row-level security, as the owner of the database that runs on
 * `dataDir`.
 */
export async function fingerprintOf(dataDir: string, tenantId: number): Promise<Fingerprint> {
  const log = (): void => {};
  const place = { databaseUrl: undefined, dataDir, stay: 'visitor', log } as const;
  const { url } = await findDatabase(place);
  return withOwner(url, async (owner) => {
    const found = await owner.query<{ name: string }>(TABLES);
    const tables = found.rows.filter(({ name }) => LIVELY[name] === undefined);
    const read: [string, string][] = [];
    for (const { name } of tables) {
      const { rows } = await owner.query<{ print: string }>(
        `select count(*) || ' ' ||
           coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print
         from ${name} t
         where tenant_id = $1`,
        [tenantId],
      );
      read.push([name, rows[0]?.print ?? '']);
    }
    return Object.fromEntries(read);
  });
}

/** The tables whose rows are not what they were. */
export function changedTables(before: Fingerprint, after: Fingerprint): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]);
}
