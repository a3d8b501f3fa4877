import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { readConfig } from './config.ts';
import type { Context } from './context.ts';
import { requestCode, signIn } from './identity/index.ts';
import { simulatedMessages } from './messaging/index.ts';
import { openContext } from './operator.ts';
import type { OpenContext, OpenedContext } from './operator.ts';
import {
  ensureRoles,
  fingerprint,
  migrate,
  openEmbedded,
  readMigrations,
  withOwner,
} from './postgres/index.ts';
import type { Tenant } from './tenancy/index.ts';

/** A server for a run of tests; its databases are the test files'. */
export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A fresh, migrated database and a context on it. */
export interface TestDatabase {
  readonly context: OpenedContext;
  /** As the owner, who passes by row-level security where it is a superuser. */
  readonly url: string;
  /** One connection of the owner, for what the program itself may not do. */
  asOwner<Result>(work: (owner: Client) => Promise<Result>): Promise<Result>;
  /** A second program on the same database; close it before this one. */
  another(options?: Pick<OpenContext, 'wall'>): Promise<OpenedContext>;
  /** Ends the context and drops the database. */
  close(): Promise<void>;
}

const LOCK = 7_836_344;

/**
 * The server that tests run on: TUODI_TEST_DATABASE_URL (its user may create databases and roles),
 * else an embedded one in a temporary folder, without syncing to disk.
 */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env['TUODI_TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} };
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'tuodi-test-'));
  // The server's user must be able to enter it when the tests run as root.
  fs.chmodSync(home, 0o755);
  const server = await openEmbedded({
    folder: path.join(home, 'pg'),
    stay: 'visitor',
    settings: [
      'fsync=off',
      'full_page_writes=off',
      'synchronous_commit=off',
      'max_connections=300',
    ],
    log: () => {},
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return { url: server.url, stop };
}

/**
 * A new database, copied from a template that is migrated once per server. Uses the server of the
 * run (TUODI_TEST_SERVER_URL), else one of its own that ends with the process.
 */
export async function createTestDatabase(
  options: Pick<OpenContext, 'wall'> = {},
): Promise<TestDatabase> {
  const server = await serverUrl();
  const template = await ensureTemplate(server);
  const name = `tuodi_test_${randomBytes(6).toString('hex')}`;
  await withOwner(server, (owner) => owner.query(`create database ${name} template ${template}`));
  const url = onDatabase(server, name);
  const open = (more: Pick<OpenContext, 'wall'>): Promise<OpenedContext> =>
    openContext({ ...more, config: testConfig(url) });
  const context = await open(options);
  return {
    context,
    url,
    asOwner: (work) => withOwner(url, work),
    another: (more = {}) => open(more),
    close: async () => {
      await context.close();
      await withOwner(server, (owner) => owner.query(`drop database ${name} with (force)`));
    },
  };
}

/**
 * Signs in as anybody would, with the code that the simulator shows. `phone` in international form.
 * @returns the bearer token.
 */
export async function signInByPhone(
  context: Context,
  tenant: Tenant,
  phone: string,
): Promise<string> {
  await requestCode(context, tenant, { phone, language: 'en' });
  const [message] = (await simulatedMessages(context, tenant, phone)) ?? [];
  const outcome = await signIn(context, tenant, { phone, code: message?.code ?? '' });
  if (!outcome.ok) throw new Error(`sign-in of ${phone}: ${outcome.refusal.code}`);
  return outcome.value.token;
}

function testConfig(databaseUrl: string): ReturnType<typeof readConfig> {
  return readConfig({
    DATABASE_URL: databaseUrl,
    TUODI_INSTALLATION: 'test',
    TUODI_PORT: '0',
    TUODI_LOG: process.env['TUODI_LOG'] ?? 'silent',
  });
}

let own: Promise<TestServer> | null = null;

async function serverUrl(): Promise<string> {
  const running = process.env['TUODI_TEST_SERVER_URL'];
  if (running !== undefined && running !== '') return running;
  if (own === null) {
    own = startTestServer();
    const server = await own;
    process.once('beforeExit', () => void server.stop());
  }
  return (await own).url;
}

/** The template carries the migrations in its name; it is marked as one when it is complete. */
async function ensureTemplate(server: string): Promise<string> {
  const name = `tuodi_template_${fingerprint(readMigrations())}`;
  await withOwner(server, async (owner) => {
    const ready = async (): Promise<boolean> => {
      const found = await owner.query(
        'select from pg_database where datname = $1 and datistemplate',
        [name],
      );
      return found.rowCount === 1;
    };
    if (await ready()) return;
    await owner.query('select pg_advisory_lock($1)', [LOCK]);
    if (await ready()) return;
    await owner.query(`drop database if exists ${name}`);
    await owner.query(`create database ${name}`);
    const url = onDatabase(server, name);
    await ensureRoles(url, decodeURIComponent(new URL(url).password));
    await migrate(url);
    await owner.query(`alter database ${name} is_template true`);
  });
  return name;
}

function onDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
