import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenedContext } from '@tuodi/platform';
import { auditTenant } from '@tuodi/platform/audit';
import { advanceClock } from '@tuodi/platform/jobs';
import { deliverOverHttp } from '@tuodi/platform/payments';
import { purchase } from '@tuodi/platform/seeds';
import {
  Connections,
  LoadMall,
  makeDataFolder,
  openBeside,
  removeDataFolder,
  RunningServer,
} from '@tuodi/tools-bench';
import type { Caller } from '@tuodi/tools-bench';

/** Thursday, 1 January 2026, 16:00 in Shanghai. */
const STARTS = '2026-01-01T08:00:00.000Z';
const DAY_MS = 86_400_000;
const PATIENCE_MS = 60_000;
/** It also tells when its database dies and comes back. */
const ENVIRONMENT = { TUODI_LOG: 'info' };

/** A real server on a database of its own, an operator beside it, and connections of clients. */
export class Ground {
  readonly connections: Connections;
  #server: RunningServer;
  #context: OpenedContext;

  private constructor(server: RunningServer, context: OpenedContext, connections: Connections) {
    this.#server = server;
    this.#context = context;
    this.connections = connections;
  }

  static async open(options: { readonly connections: number }): Promise<Ground> {
    const server = await RunningServer.start(makeDataFolder(), ENVIRONMENT);
    const context = await openBeside(server);
    return new Ground(server, context, new Connections(options.connections));
  }

  get server(): RunningServer {
    return this.#server;
  }

  /** A mall whose clock stands until it is moved. */
  openMall(slug: string): Promise<LoadMall> {
    return LoadMall.open({
      context: () => this.#context,
      connections: this.connections,
      origin: () => this.#server.origin,
      slug,
      policy: {},
      clockStartsAt: STARTS,
    });
  }

  /**
   * Starts a server on the data of the one that was killed, and forgets that one. Its database may
   * have come back on another port, so the operator too comes again.
   */
  async startAgain(): Promise<void> {
    this.#server = await RunningServer.start(this.#server.dataFolder, ENVIRONMENT);
    const before = this.#context;
    this.#context = await openBeside(this.#server);
    await before.close();
  }

  /** Waits until the server says that it can serve. @throws {Error} when it does not in time. */
  async ready(milliseconds: number = PATIENCE_MS): Promise<void> {
    const until = performance.now() + milliseconds;
    while (performance.now() < until) {
      if (this.#server.ended) {
        throw new Error(`the server has ended by itself:\n${this.#server.lastWords}`);
      }
      const url = `${this.#server.origin}/readyz`;
      const answer = await this.connections.send({ method: 'GET', url }).catch(() => undefined);
      if (answer?.status === 200) return;
      await sleep(50);
    }
    throw new Error('the server does not become ready again');
  }

  async close(): Promise<void> {
    // What the server complained of is for whoever reads why a check failed.
    const lines = this.#server.lastWords.split('\n');
    const complaints = lines.filter((line) => /^\{"level":[56]0/.test(line));
    for (const line of complaints) process.stderr.write(`  server: ${line}\n`);
    this.connections.close();
    await this.#context.close();
    await this.#server.stop();
    removeDataFolder(this.#server.dataFolder);
  }
}

/** Buys one piece for each member up to its receipt, ids derived from `reference`. */
export async function buyAndReceive(
  mall: LoadMall,
  members: readonly Caller[],
  bought: { readonly skuId: string; readonly reference: string },
): Promise<void> {
  const tenant = await mall.now();
  for (const { member } of members) {
    await mall.context.transaction(tenant.id, (tx) =>
      purchase(mall.context, tx, tenant, {
        member,
        lines: [{ skuId: bought.skuId, quantity: 1n }],
        seed: mall.tenant.slug,
        reference: `${bought.reference} ${String(member)}`,
        until: 'received',
      }),
    );
  }
}

/** Moves the mall's clock, doing what becomes due on the way. */
export async function advanceDays(ground: Ground, mall: LoadMall, days: number): Promise<void> {
  const tenant = await mall.now();
  const now = Date.parse(mall.context.clock.now(tenant));
  const moved = await advanceClock(mall.context, tenant, {
    to: new Date(now + days * DAY_MS).toISOString(),
    deliver: deliverOverHttp(mall.context, () => ground.server.origin),
  });
  if (!moved.ok) throw new Error(`the clock does not move: ${moved.refusal.code}`);
}

/** Every difference that the audit finds, in a sentence each. */
export async function auditFaults(mall: LoadMall): Promise<readonly string[]> {
  const findings = await auditTenant(mall.context, mall.tenant.id);
  if (findings.length < 9) return [`the audit compares ${findings.length} things only`];
  return findings.flatMap(({ check, differences }) =>
    differences.map((difference) => `audit, ${check}: ${difference}`),
  );
}

/** Rows of a table of the mall that fulfil a condition. */
export async function countRows(mall: LoadMall, table: string, condition: string): Promise<number> {
  const { id } = mall.tenant;
  const row = await mall.context.snapshot(id, (tx) =>
    tx.first<{ count: bigint }>(
      `select count(*) as count from ${table} where tenant_id = $1 and ${condition}`,
      [id],
    ),
  );
  return Number(row?.count ?? 0n);
}

export interface StockLevel {
  readonly onHand: bigint;
  readonly available: bigint;
  readonly reserved: bigint;
}

export async function stockOf(mall: LoadMall, skuId: string): Promise<StockLevel> {
  const { id } = mall.tenant;
  const row = await mall.context.snapshot(id, (tx) =>
    tx.first<{ on_hand: bigint; available: bigint; reserved: bigint }>(
      `select on_hand, available, reserved
       from stock_levels
       where tenant_id = $1
         and sku_id = $2`,
      [id, skuId],
    ),
  );
  if (row === undefined) throw new Error('a SKU has a stock level');
  return { onHand: row.on_hand, available: row.available, reserved: row.reserved };
}
