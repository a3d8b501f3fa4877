import { setTimeout as sleep } from 'node:timers/promises';
import { Fault, invariant } from '@tuodi/outcome';
import { DatabaseError } from 'pg';
import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** What a store gets to work with: one open transaction. */
export interface Transaction {
  /** The rows of one statement. Values are bound, bigint included. */
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The first row, or undefined. */
  first<Row extends QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<Row | undefined>;
  /** How many rows a statement touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>;
  /**
   * Sends a statement whose answer nobody waits for. It is done in its place among the others; when
   * it fails the transaction fails, at the latest at the commit, with its error.
   */
  defer(text: string, values?: readonly unknown[]): void;
  /**
   * Wakes whoever listens to a channel, in this process or another, right after the commit. A crash in between loses it, so
   * listeners look by themselves too. Not a `notify` inside: commits that carry one wait for each
   * other through the sync of the disk.
   */
  wakeAfterCommit(channel: string, payload: string): void;
}

/** What is done in a transaction; nothing to wait for where every statement is deferred. */
type Work<Result> = (tx: Transaction) => Promise<Result> | Result;

/** Wakes the listener in this process; false where there is none: then all others are told. */
export type WakeHere = (channel: string, payload: string) => boolean;

const ATTEMPTS = 3;
/** serialization_failure and deadlock_detected: nothing happened, doing it again is right. */
const REPEATABLE: ReadonlySet<string> = new Set(['40001', '40P01']);

/**
 * Runs `work` in one transaction that sees the rows of one tenant and no others. Commits when it
 * answers (a refusal too: it has written nothing), rolls back when it throws. A serialization
 * failure or a deadlock repeats the whole work, so it must have no effects outside the database.
 */
export async function inTenant<Result>(
  pool: Pool,
  tenantId: number,
  work: Work<Result>,
  wakeHere?: WakeHere,
): Promise<Result> {
  return repeated(pool, `begin; ${setTenant(tenantId)}`, work, wakeHere);
}

/** As `inTenant`, but reads only, and every statement sees the same moment. */
export async function inTenantSnapshot<Result>(
  pool: Pool,
  tenantId: number,
  work: Work<Result>,
): Promise<Result> {
  const begin = `begin isolation level repeatable read read only; ${setTenant(tenantId)}`;
  return repeated(pool, begin, work);
}

/** A transaction that sees the tables of no tenant: `tenants`, `tenant_domains`, `people`. */
export async function outsideTenant<Result>(pool: Pool, work: Work<Result>): Promise<Result> {
  return repeated(pool, 'begin', work);
}

/** A constraint of the database refused the row: its name, or null for any other error. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof DatabaseError)) return null;
  return error.code?.startsWith('23') === true ? (error.constraint ?? null) : null;
}

/** The only way a tenant enters a statement as text: `set` takes no bound values. */
function setTenant(tenantId: number): string {
  invariant(
    Number.isInteger(tenantId) && tenantId > 0 && tenantId < 2 ** 31,
    'a tenant id is a positive 32-bit integer',
  );
  return `set local app.tenant = '${String(tenantId)}'`;
}

async function repeated<Result>(
  pool: Pool,
  begin: string,
  work: Work<Result>,
  wakeHere: WakeHere = () => false,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, begin, work, wakeHere);
    } catch (error) {
      const code = error instanceof DatabaseError ? (error.code ?? '') : '';
      if (attempt === ATTEMPTS || !REPEATABLE.has(code)) throw error;
      await sleep(5 * 4 ** attempt * (0.5 + Math.random()));
    }
  }
}

async function once<Result>(
  pool: Pool,
  begin: string,
  work: Work<Result>,
  wakeHere: WakeHere,
): Promise<Result> {
  const client = await pool.connect();
  const later: Later = { wakes: [], failed: null };
  let woken: readonly Promise<unknown>[] = [];
  let broken: Error | undefined;
  try {
    // Not waited for: it goes out with the first statement and is answered before it.
    const begun = send(client, { text: begin });
    begun.catch(() => undefined);
    const result = await work(transactionOn(client, later));
    await begun;
    const end = await send(client, { text: 'commit' });
    if (later.failed !== null) throw later.failed.error;
    // An aborted transaction answers a commit with ROLLBACK and no error.
    if (end.command !== 'COMMIT') throw new Fault(`commit was answered with ${end.command}`);
    woken = later.wakes.flatMap(({ channel, payload }) =>
      wakeHere(channel, payload) ? [] : [notify(client, channel, payload)],
    );
    return result;
  } catch (error) {
    broken = await rollback(client);
    // Whatever came after a failed statement failed because of it.
    throw later.failed?.error ?? error;
  } finally {
    if (woken.length === 0) client.release(broken);
    else void Promise.all(woken).then(() => client.release(broken));
  }
}

/** The error that makes the connection useless, if the rollback itself fails. */
async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** One that is lost is made good by the listeners' own look. */
async function notify(client: PoolClient, channel: string, payload: string): Promise<void> {
  const text = 'select pg_notify($1, $2)';
  const query = { ...nameOf(text), text, values: [channel, payload] };
  await send(client, query).catch(() => undefined);
}

/** Statements are written in the program, so there are few; more would be a leak. */
const MOST_NAMES = 2000;
const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement parsed and planned: planning takes longer
 * than most of our statements run. The same text has the same name on every connection.
 */
function nameOf(text: string): { name?: string } {
  let name = names.get(text);
  if (name === undefined && names.size < MOST_NAMES) {
    name = `s${String(names.size + 1)}`;
    names.set(text, name);
  }
  return name === undefined ? {} : { name };
}

/** What is asked for in one turn of the event loop leaves in one write: writes cost more than JS. */
function send<Row extends QueryResultRow>(
  client: PoolClient,
  query: QueryConfig,
): Promise<QueryResult<Row>> {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return client.query<Row>(query);
}

/** What is left for the end of a transaction. */
interface Later {
  readonly wakes: { readonly channel: string; readonly payload: string }[];
  /** The first deferred statement that failed. */
  failed: { readonly error: unknown } | null;
}

function transactionOn(client: PoolClient, later: Later): Transaction {
  const ask = <Row extends QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<QueryResult<Row>> => send(client, { ...nameOf(text), text, values: [...values] });
  return {
    query: async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) =>
      (await ask<Row>(text, values)).rows,
    first: async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) =>
      (await ask<Row>(text, values)).rows[0],
    run: async (text, values) => (await ask(text, values)).rowCount ?? 0,
    defer: (text, values) => {
      ask(text, values).catch((error: unknown) => (later.failed ??= { error }));
    },
    wakeAfterCommit: (channel, payload) => {
      later.wakes.push({ channel, payload });
    },
  };
}
