import type { Config } from './config.ts';
import type { EconomyDoor } from './economy/index.ts';
import type { Messaging } from './messaging/index.ts';
import type { Logger, Metrics } from './observability/index.ts';
import type { Database, Pool, Transaction } from './postgres/index.ts';
import type { Random } from './random.ts';
import type { Clock } from './tenancy/index.ts';

export type { Pool, Transaction } from './postgres/index.ts';

type Work<Result> = (tx: Transaction) => Promise<Result> | Result;

/** What a service verb is given. Built by `openContext` and by nothing else. */
export interface Context {
  readonly config: Config;
  readonly database: Pick<Database, 'kind' | 'pid'>;
  /** `app` for everybody; `writer` for the economy's writer alone. */
  readonly pools: { readonly app: Pool; readonly writer: Pool };
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly messaging: Messaging;
  readonly economy: EconomyDoor;
  /** One transaction inside a tenant, as the program's own role; see `inTenant`. */
  transaction<Result>(tenantId: number, work: Work<Result>): Promise<Result>;
  /** As `transaction`, but as the economy's writer: for the one room that may write its tables. */
  writerTransaction<Result>(tenantId: number, work: Work<Result>): Promise<Result>;
  /** As `outsideTenant`, as the economy's writer. */
  writerOutsideTenant<Result>(work: Work<Result>): Promise<Result>;
  /** Reads of one moment inside a tenant. */
  snapshot<Result>(tenantId: number, work: Work<Result>): Promise<Result>;
  /** One transaction that sees the tables of no tenant. */
  outsideTenant<Result>(work: Work<Result>): Promise<Result>;
  /** A secret of this installation for one purpose ("gateway simulator"): 32 bytes, never stored. */
  secretFor(purpose: string): Buffer;
}
