import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The program's own role: neither owner nor able to pass by row-level security. */
export const APP_ROLE = 'tuodi_app';
/** The role of the economy's writer, the only one that may write its log and the journal. */
export const WRITER_ROLE = 'tuodi_writer';

export type ProgramRole = typeof APP_ROLE | typeof WRITER_ROLE;

/**
 * The address of a database for one of the program's roles. Its password is derived from the
 * owner's secret, so none is stored and every process of an installation knows it.
 */
export function urlOfRole(ownerUrl: string, secret: string, role: ProgramRole): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = passwordOf(secret, role);
  return url.href;
}

/**
 * Makes the program's roles where they are missing and gives them their passwords. Several
 * processes may do this at once. Must come before the migrations, whose grants name the roles.
 * @throws {Error} when a role of that name could pass by row-level security.
 */
export async function ensureRoles(ownerUrl: string, secret: string): Promise<void> {
  for (const role of [APP_ROLE, WRITER_ROLE] as const) {
    if (await canSignIn(urlOfRole(ownerUrl, secret, role))) continue;
    await withOwner(ownerUrl, (owner) => makeRole(owner, role, passwordOf(secret, role)));
  }
  await withOwner(ownerUrl, assertHarmless);
}

/** Runs `work` on one connection of the owner. */
export async function withOwner<Result>(
  ownerUrl: string,
  work: (owner: pg.Client) => Promise<Result>,
): Promise<Result> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'tuodi owner' });
  // Whoever works with it sees the error; without a listener it would end the program too.
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

function passwordOf(secret: string, role: ProgramRole): string {
  return createHmac('sha256', secret).update(role).digest('base64url');
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28P01 wrong password, 28000 no such role (or no entry for it).
    if (error instanceof pg.DatabaseError && error.code?.startsWith('28') === true) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeRole(owner: pg.Client, role: ProgramRole, password: string): Promise<void> {
  const create = `create role ${role} login noinherit`;
  const give = `alter role ${role} login password ${pg.escapeLiteral(password)}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const found = await owner.query('select from pg_roles where rolname = $1', [role]);
      if (found.rowCount === 0) await owner.query(create);
      await owner.query(give);
      return;
    } catch (error) {
      // Another process made or changed the same role in the same moment.
      const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
      const raced = ['42710', '23505', 'XX000'].includes(code);
      if (!raced || attempt === 10) throw error;
      await sleep(20 * attempt);
    }
  }
}

async function assertHarmless(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ rolname: string }>(
    `select rolname from pg_roles
     where rolname = any($1) and (rolsuper or rolbypassrls)`,
    [[APP_ROLE, WRITER_ROLE]],
  );
  const strong = rows.map((row) => row.rolname).join(', ');
  if (strong !== '') {
    throw new Error(`${strong} could read every tenant's rows (superuser or bypassrls); alter it`);
  }
}
