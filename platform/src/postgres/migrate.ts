import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { withOwner } from './roles.ts';

/** One numbered file of `platform/migrations`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const FOLDER = path.resolve(import.meta.dirname, '..', '..', 'migrations');
/** Any constant: every program of this house takes the same lock. */
const LOCK = 7_836_341;
/** First line of a file that PostgreSQL refuses inside a transaction. Such a file is one statement. */
const ALONE = '-- no-transaction';

/** Reads the migrations in their order. @throws {Error} on a gap or a name without a number. */
export function readMigrations(folder: string = FOLDER): readonly Migration[] {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.toSorted().map((name, index) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (number !== index + 1) {
      throw new Error(`migration ${name}: expected a name with the number ${String(index + 1)}`);
    }
    // A checkout with Windows line ends is the same migration.
    const sql = fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/** One name for the whole list: equal lists make equal schemas. */
export function fingerprint(migrations: readonly Migration[]): string {
  const hash = createHash('sha256');
  for (const { name, sha256 } of migrations) hash.update(`${name} ${sha256}\n`);
  return hash.digest('hex').slice(0, 16);
}

/**
 * Brings the database to the newest migration, forward only, one transaction a file. Programs that
 * start together wait for each other.
 * @returns the names of the files applied now.
 * @throws {Error} when an applied file was changed or is unknown to this program.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> {
  return withOwner(ownerUrl, async (owner) => {
    // Held by the session: it ends with the connection, whatever happens.
    await owner.query('select pg_advisory_lock($1)', [LOCK]);
    await owner.query(
      `create table if not exists schema_migrations (
         number int primary key,
         name text not null,
         sha256 text not null,
         applied_at timestamptz not null
       )`,
    );
    const applied = await readApplied(owner);
    assertUnchanged(migrations, applied);
    const missing = migrations.filter(({ number }) => !applied.has(number));
    for (const migration of missing) await apply(owner, migration);
    return missing.map(({ name }) => name);
  });
}

type Applied = ReadonlyMap<number, { readonly name: string; readonly sha256: string }>;

async function readApplied(owner: Client): Promise<Applied> {
  const { rows } = await owner.query<{ number: number; name: string; sha256: string }>(
    'select number, name, sha256 from schema_migrations order by number',
  );
  return new Map(rows.map((row) => [row.number, row]));
}

function assertUnchanged(migrations: readonly Migration[], applied: Applied): void {
  for (const [number, { name, sha256 }] of applied) {
    const file = migrations.find((migration) => migration.number === number);
    if (file === undefined) throw new Error(`the database is newer than this program: ${name}`);
    if (file.sha256 !== sha256) {
      throw new Error(`migration ${file.name} was changed after it was applied; add a new one`);
    }
  }
}

async function apply(owner: Client, migration: Migration): Promise<void> {
  const alone = migration.sql.startsWith(ALONE);
  try {
    if (!alone) await owner.query('begin');
    await owner.query(migration.sql);
    await owner.query(
      `insert into schema_migrations (number, name, sha256, applied_at)
       values ($1, $2, $3, now())`,
      [migration.number, migration.name, migration.sha256],
    );
    if (!alone) await owner.query('commit');
  } catch (cause) {
    if (!alone) await owner.query('rollback');
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`migration ${migration.name}: ${reason}`, { cause });
  }
}
