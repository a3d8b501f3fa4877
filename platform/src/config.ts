import path from 'node:path';
import { z } from 'zod';

/** What one process may do. `npm start` has them all. */
export const ROLES = ['api', 'worker', 'economy'] as const;
export type ProcessRole = (typeof ROLES)[number];

/**
 * demo: a simulated gateway and messages, clocks that can be moved, seeded tenants.
 * test: as demo, for the tests. production: none of that.
 */
export type Installation = 'demo' | 'test' | 'production';

/** Everything a program reads from its environment, read once, in `readConfig`. */
export interface Config {
  readonly installation: Installation;
  /** undefined: the embedded server. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Root of the derived secrets; undefined: the password of the database's owner. */
  readonly secret: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly roles: ReadonlySet<ProcessRole>;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** Connections of the application's pool; the writer has its own few. */
  readonly poolSize: number;
  readonly bodyLimitBytes: number;
  /** Whether the Host and X-Forwarded-Proto of a proxy in front of us are believed. */
  readonly behindProxy: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const text = z.string().min(1).optional();
const count = (fallback: number, most: number) =>
  z.coerce.number().int().min(1).max(most).default(fallback);

const Environment = z.object({
  DATABASE_URL: text,
  INIT_CWD: text,
  TUODI_BEHIND_PROXY: z.enum(['yes', 'no']).default('no'),
  TUODI_BODY_LIMIT_BYTES: count(1_048_576, 100_000_000),
  TUODI_DATA_DIR: text,
  TUODI_HOST: text,
  TUODI_INSTALLATION: z.enum(['demo', 'test', 'production']).optional(),
  TUODI_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  TUODI_POOL_SIZE: count(16, 500),
  TUODI_PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  TUODI_ROLES: text,
  TUODI_SECRET: z.string().min(16).optional(),
});

/**
 * Reads the environment. An installation with a database of its own (DATABASE_URL) is production
 * unless it says otherwise; one on the embedded database is a demo.
 * @throws {Error} that names each variable that is wrong.
 */
export function readConfig(environment: Environment): Config {
  // An empty variable is an absent one: shells and compose files write `NAME=`.
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const read = Environment.safeParse(Object.fromEntries(given));
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`the environment is wrong: ${lines.join('; ')}`);
  }
  const values = read.data;
  const installation =
    values.TUODI_INSTALLATION ?? (values.DATABASE_URL === undefined ? 'demo' : 'production');
  return {
    installation,
    databaseUrl: values.DATABASE_URL,
    dataDir: dataDirOf(values),
    secret: values.TUODI_SECRET,
    host: values.TUODI_HOST ?? (installation === 'production' ? '0.0.0.0' : '127.0.0.1'),
    port: values.TUODI_PORT,
    roles: rolesOf(values.TUODI_ROLES),
    logLevel: values.TUODI_LOG,
    poolSize: values.TUODI_POOL_SIZE,
    bodyLimitBytes: values.TUODI_BODY_LIMIT_BYTES,
    behindProxy: values.TUODI_BEHIND_PROXY === 'yes',
  };
}

/** A relative folder is the caller's: npm runs scripts in the folder of the package. */
function dataDirOf(values: z.infer<typeof Environment>): string {
  if (values.TUODI_DATA_DIR === undefined) {
    return path.resolve(import.meta.dirname, '..', '..', '.data');
  }
  return path.resolve(values.INIT_CWD ?? process.cwd(), values.TUODI_DATA_DIR);
}

function rolesOf(list: string | undefined): ReadonlySet<ProcessRole> {
  if (list === undefined) return new Set(ROLES);
  return new Set(
    list.split(',').map((word) => {
      const role = ROLES.find((known) => known === word.trim());
      if (role !== undefined) return role;
      throw new Error(`TUODI_ROLES: ${word} is none of ${ROLES.join(', ')}`);
    }),
  );
}
