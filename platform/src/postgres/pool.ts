import pg from 'pg';
import type { CustomTypesConfig } from 'pg';

export type Pool = pg.Pool;

export interface PoolOptions {
  readonly url: string;
  /** Shown in pg_stat_activity. */
  readonly name: string;
  readonly size: number;
  /** Session settings, such as `lock_timeout: '10s'`. */
  readonly settings: Readonly<Record<string, string>>;
  /** Told of a connection that broke while it was idle. */
  readonly onError: (error: Error) => void;
}

/**
 * Opens a pool whose values are exact: int8 and numeric arrive as bigint (all our numerics are
 * integers; one with a fraction throws), timestamptz as an ISO 8601 text in UTC that keeps its
 * microseconds, date as YYYY-MM-DD. Parsers are set for this pool, never for the process.
 */
export function openPool(options: PoolOptions): Pool {
  const settings = { TimeZone: 'UTC', DateStyle: 'ISO', ...options.settings };
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: options.name,
    max: options.size,
    // A query may be sent before the answer of the one before is there.
    pipeline: true,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    types: exactTypes,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`)
      .join(' '),
  });
  // Without a listener a server that goes away would take the whole program with it.
  pool.on('error', options.onError);
  // The pool listens to idle clients only: one that breaks while it works would be an uncaught
  // exception. Its work fails by itself; this keeps the program alive.
  pool.on('connect', (client) => client.on('error', options.onError));
  return pool;
}

type Parse = (text: string) => unknown;

const INT8 = 20;
const NUMERIC = 1700;
const TIMESTAMPTZ = 1184;
const DATE = 1082;

const parsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [INT8, BigInt],
  [NUMERIC, BigInt],
  [TIMESTAMPTZ, isoInstant],
  [DATE, String],
  [1016, listOf(BigInt)],
  [1231, listOf(BigInt)],
  [1185, listOf(isoInstant)],
  [1182, listOf(String)],
]);

/** The parsers of our pools; for a client that is opened without one (the owner's). */
export const exactTypes: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format),
};

/** "2026-11-25 08:00:00.5+00" → "2026-11-25T08:00:00.5Z"; infinity stays as it is. */
function isoInstant(text: string): string {
  return text.replace(' ', 'T').replace(/\+00$/, 'Z');
}

/** A one-dimensional array literal whose elements hold neither commas nor quotes. */
function listOf(parse: Parse): Parse {
  return (text) => {
    const inner = text.slice(text.indexOf('{') + 1, -1);
    if (inner === '') return [];
    return inner.split(',').map((element) => {
      return element === 'NULL' ? null : parse(element.replaceAll('"', ''));
    });
  };
}
