import { createHmac } from 'node:crypto';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { EconomyWriters } from './economy/index.ts';
import { noMessaging, simulatedMessaging } from './messaging/index.ts';
import { openLog, openMetrics } from './observability/index.ts';
import type { Logger } from './observability/index.ts';
import { applyOrderOutcomes } from './orders/index.ts';
import {
  APP_ROLE,
  ensureRoles,
  findDatabase,
  inTenant,
  inTenantSnapshot,
  migrate,
  openPool,
  outsideTenant,
  urlOfRole,
  WRITER_ROLE,
} from './postgres/index.ts';
import type { Pool, ProgramRole } from './postgres/index.ts';
import { systemRandom } from './random.ts';
import { clockOf, systemWall } from './tenancy/index.ts';
import type { Instant } from './tenancy/index.ts';

export interface OpenContext {
  /** Left out: read from the environment. */
  readonly config?: Config;
  /** `server`: the program that runs on; left out: a command that comes and goes. */
  readonly stay?: 'server' | 'visitor';
  readonly log?: Logger;
  /** Wall time, replaced by tests of what expires. */
  readonly wall?: () => Instant;
}

export type OpenedContext = Context & {
  /** Ends the pools, then the database server if it is ours. */
  close(): Promise<void>;
};

/**
 * Finds or starts the database, makes the roles, migrates, opens the pools. The one door of
 * programs, commands, demo and tests.
 * @throws {Error} in a sentence for the operator when the database cannot be used.
 */
export async function openContext(options: OpenContext = {}): Promise<OpenedContext> {
  const config = options.config ?? readConfig(process.env);
  const log = options.log ?? openLog(config.logLevel);
  const database = await findDatabase({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    stay: options.stay ?? 'visitor',
    log: (line) => log.info(line),
  });
  try {
    const secret = secretOf(config, database.url);
    await ensureRoles(database.url, secret);
    const applied = await migrate(database.url);
    if (applied.length > 0) log.info({ applied }, 'migrated');
    const pools = openPools(config, { url: database.url, secret, log });
    const base: Base = {
      config,
      database,
      pools,
      clock: clockOf(options.wall ?? systemWall),
      random: systemRandom(),
      log,
      metrics: openMetrics(pools),
      messaging: config.installation === 'production' ? noMessaging() : simulatedMessaging(),
      writerTransaction: (tenantId, work) => inTenant(pools.writer, tenantId, work),
      writerOutsideTenant: (work) => outsideTenant(pools.writer, work),
      snapshot: (tenantId, work) => inTenantSnapshot(pools.app, tenantId, work),
      outsideTenant: (work) => outsideTenant(pools.app, work),
      secretFor: (purpose) => createHmac('sha256', secret).update(`purpose ${purpose}`).digest(),
    };
    return withEconomy(base, () => close(pools, database));
  } catch (error) {
    await database.stop();
    throw error;
  }
}

type Base = Omit<Context, 'economy' | 'transaction'>;

/** The economy's writers need the context, and the context has them: tied here and nowhere else. */
function withEconomy(base: Base, close: () => Promise<void>): OpenedContext {
  const transaction: Context['transaction'] = (tenantId, work) =>
    inTenant(base.pools.app, tenantId, work, (channel, payload) =>
      writers.wakeHere(channel, payload),
    );
  const context: Context = {
    ...base,
    transaction,
    get economy() {
      return writers;
    },
  };
  const writers: EconomyWriters = new EconomyWriters(context, [applyOrderOutcomes]);
  return {
    ...base,
    transaction,
    economy: writers,
    close: async () => {
      await writers.close();
      await close();
    },
  };
}

function openPools(
  config: Config,
  found: { url: string; secret: string; log: Logger },
): Context['pools'] {
  const open = (role: ProgramRole, size: number, settings: Record<string, string>): Pool =>
    openPool({
      url: urlOfRole(found.url, found.secret, role),
      name: role,
      size,
      settings,
      onError: (error) => found.log.warn({ err: error, pool: role }, 'a connection broke'),
    });
  return {
    app: open(APP_ROLE, config.poolSize, {
      lock_timeout: '10s',
      statement_timeout: '60s',
      idle_in_transaction_session_timeout: '60s',
    }),
    // A paused writer must not keep its row locks: its epoch alone does not free them.
    writer: open(WRITER_ROLE, 4, {
      lock_timeout: '10s',
      idle_in_transaction_session_timeout: '2s',
    }),
  };
}

function secretOf(config: Config, url: string): string {
  if (config.secret !== undefined) return config.secret;
  const password = decodeURIComponent(new URL(url).password);
  if (password !== '') return password;
  throw new Error('DATABASE_URL has no password: set TUODI_SECRET (16 characters or more)');
}

async function close(pools: Context['pools'], database: { stop(): Promise<void> }): Promise<void> {
  await Promise.all([pools.app.end(), pools.writer.end()]);
  await database.stop();
}
