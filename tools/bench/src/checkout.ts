import { round, median, percentile } from './bench.ts';
import type { Bench, Figures } from './bench.ts';
import { Connections, textAt } from './server/caller.ts';
import type { Caller, Reply } from './server/caller.ts';
import { cpuSeconds } from './server/cpu-seconds.ts';
import { LoadMall, openBeside } from './server/load-mall.ts';
import { makeDataFolder, removeDataFolder, RunningServer } from './server/running-server.ts';

const MEMBERS = 64;
const SHOPPERS = 16;
const GOODS = 200;
const WARM_UP_MS = 4_000;
const MEASURED_MS = 15_000;
const HEALTH_MS = 3_000;
const LEAST_RATE = 150;

/**
 * Orders per second from the basket to paid, over HTTP: checkout, payment attempt, the gateway's
 * signed callback, on a server of its own with a real database, the client on the same machine. The
 * baseline is how often the same server answers /healthz to the same client, just before.
 */
export const checkout: Bench = {
  name: 'checkout',
  about: 'orders per second over HTTP: checkout, attempt, signed callback',
  async *run() {
    const folder = makeDataFolder();
    const server = await RunningServer.start(folder);
    const connections = new Connections(SHOPPERS);
    const context = await openBeside(server);
    try {
      const origin = (): string => server.origin;
      const shared = { context: () => context, connections, origin };
      const mall = await LoadMall.open({ ...shared, slug: 'bench', policy: {} });
      const skuIds = await mall.putUp(GOODS, 1_000_000n);
      const members = await mall.signIn(MEMBERS);
      yield await measure({ mall, skuIds, members, connections, server });
    } finally {
      connections.close();
      await context.close();
      await server.stop();
      removeDataFolder(folder);
    }
  },
};

interface Ground {
  readonly mall: LoadMall;
  readonly skuIds: readonly string[];
  readonly members: readonly Caller[];
  readonly connections: Connections;
  readonly server: RunningServer;
}

interface Spent {
  readonly checkout: number;
  readonly attempt: number;
  readonly callback: number;
}

async function measure(ground: Ground): Promise<Figures> {
  await buyFor(ground, WARM_UP_MS);
  const health = await askHealth(ground);
  const started = performance.now();
  const before = readClocks(ground.server);
  const spent = await buyFor(ground, MEASURED_MS);
  const seconds = (performance.now() - started) / 1000;
  const after = readClocks(ground.server);
  const rate = spent.length / seconds;
  const whole = spent.map((one) => one.checkout + one.attempt + one.callback);
  return {
    ordersPerSecond: round(rate),
    orders: spent.length,
    shoppers: SHOPPERS,
    members: MEMBERS,
    p50Ms: round(percentile(whole, 0.5)),
    p99Ms: round(percentile(whole, 0.99)),
    checkoutMs: round(median(spent.map((one) => one.checkout))),
    attemptMs: round(median(spent.map((one) => one.attempt))),
    callbackMs: round(median(spent.map((one) => one.callback))),
    cpuMsPerOrder: {
      server: round(((after.server - before.server) * 1000) / spent.length),
      database: round(((after.database - before.database) * 1000) / spent.length),
      client: round(((after.client - before.client) * 1000) / spent.length),
    },
    baseline: 'GET /healthz per second, same server, client and connections',
    baselinePerSecond: Math.round(health),
    ratio: round((3 * rate) / health),
    ok: rate >= LEAST_RATE,
  };
}

/** Processor seconds used so far by each who takes part. */
function readClocks(server: RunningServer): Record<'server' | 'database' | 'client', number> {
  return {
    server: cpuSeconds({ pid: server.pid }),
    database: cpuSeconds({ parent: server.databasePid ?? 0 }),
    client: cpuSeconds({ pid: process.pid }),
  };
}

/** Every shopper buys one thing after the other until the time is over. */
async function buyFor(ground: Ground, milliseconds: number): Promise<readonly Spent[]> {
  const spent: Spent[] = [];
  const until = performance.now() + milliseconds;
  const shopper = async (first: number): Promise<void> => {
    for (let turn = first; performance.now() < until; turn += SHOPPERS) {
      spent.push(await buy(ground, turn));
    }
  };
  await Promise.all(Array.from({ length: SHOPPERS }, (_, index) => shopper(index)));
  return spent;
}

async function buy({ mall, skuIds, members }: Ground, turn: number): Promise<Spent> {
  const member = members[turn % members.length];
  const skuId = skuIds[(turn * 7) % skuIds.length];
  if (member === undefined || skuId === undefined) throw new Error('the mall has shoppers, goods');
  const began = performance.now();
  const placed = accepted(
    await member.post('/v1/checkouts', { lines: [{ skuId, quantity: 1 }] }),
    201,
  );
  const placedAt = performance.now();
  const attempts = `/v1/payments/${textAt(placed, 'payment', 'id')}/attempts`;
  const attempt = accepted(await member.post(attempts, { gateway: 'simulator' }), 201);
  const attemptAt = performance.now();
  const told = accepted(await mall.callBack(attempt), 200);
  if (textAt(told, 'outcome') !== 'accepted') throw new Error(`not paid: ${told.text}`);
  return {
    checkout: placedAt - began,
    attempt: attemptAt - placedAt,
    callback: performance.now() - attemptAt,
  };
}

function accepted(reply: Reply, status: number): Reply {
  if (reply.status === status) return reply;
  throw new Error(`answered ${String(reply.status)}: ${reply.text.slice(0, 500)}`);
}

async function askHealth({ connections, server }: Ground): Promise<number> {
  const until = performance.now() + HEALTH_MS;
  let answers = 0;
  const asker = async (): Promise<void> => {
    while (performance.now() < until) {
      accepted(await connections.send({ method: 'GET', url: `${server.origin}/healthz` }), 200);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: SHOPPERS }, asker));
  return answers / (HEALTH_MS / 1000);
}
