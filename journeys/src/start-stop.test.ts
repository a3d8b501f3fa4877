import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { getMe, listMyOrders, listProducts } from '@tuodi/web-client';
import { isAlive, newDataDir, startServer, statusOf } from './server.ts';
import type { RunningServer } from './server.ts';
import { sharedServer } from './shared-server.ts';
import { buy } from './shop.ts';
import { MEMBER, must, signedIn, visitor } from './visitor.ts';

const dataDir = newDataDir();
const started: RunningServer[] = [];

async function start(): Promise<RunningServer> {
  const server = await startServer(dataDir);
  started.push(server);
  return server;
}

// The shared server builds the pages, if they have to be: two builds at once would be in each
// other's way.
before(() => sharedServer());
after(async () => {
  for (const server of started) await server.stop('SIGTERM');
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

async function stopsCleanly(server: RunningServer, signal: 'SIGINT' | 'SIGTERM'): Promise<void> {
  assert.ok(isAlive(server.databasePid));
  const { code, milliseconds } = await server.stop(signal);
  assert.equal(code, 0, server.output());
  assert.ok(milliseconds < 3000, `${signal}: ${String(milliseconds)} ms`);
  assert.equal(isAlive(server.databasePid), false, 'its PostgreSQL has ended with it');
  assert.equal(await statusOf(`${server.origin}/readyz`), 0, 'nobody listens any more');
}

/** The first SKU on the shelf. */
async function firstSku(at: { origin: string; slug: string }): Promise<string> {
  const { api, send } = visitor(at);
  const [card] = must(await listProducts(api, { limit: 1 })).items;
  const product = await send('GET', `/v1/products/${card?.id ?? ''}`);
  const { skus }: { skus: { id: string }[] } = JSON.parse(product.text);
  return skus[0]?.id ?? '';
}

test('the server stops on SIGINT and SIGTERM within 3 s, its PostgreSQL with it, and starts again with its data', async () => {
  const first = await start();
  const at = { origin: first.origin, slug: 'general' };
  for (const phone of ['13800000001', '13800000002', MEMBER]) {
    assert.ok(first.output().includes(phone), 'the demo sign-ins are printed');
  }
  assert.ok(first.output().includes(`${first.origin}/t/general/`), 'the addresses are printed');
  const shopper = await signedIn(at, '13900000201');
  const orderId = await buy(shopper, { skuId: await firstSku(at), quantity: 1 });
  await stopsCleanly(first, 'SIGINT');

  const second = await start();
  assert.equal(await statusOf(`${second.origin}/readyz`), 200);
  assert.equal(await statusOf(`${second.origin}/healthz`), 200);
  const again = visitor({ origin: second.origin, slug: 'general' }, shopper.token);
  assert.ok((await getMe(again.api)).ok, 'the session is still good');
  const orders = must(await listMyOrders(again.api, {})).items;
  assert.deepEqual(
    orders.map(({ id, state }) => [id, state]),
    [[orderId, 'paid']],
  );
  await stopsCleanly(second, 'SIGTERM');
});

test('the server stops cleanly with requests under way, and each is answered or cut, never wrong', async () => {
  const server = await start();
  const at = { origin: server.origin, slug: 'general' };
  const skuId = await firstSku(at);
  const shopper = await signedIn(at, '13900000202');
  const lines = [{ skuId, quantity: 1 }];
  const sent = Array.from({ length: 40 }, () =>
    shopper.send('POST', '/v1/checkouts', { body: { lines } }).catch(() => undefined),
  );
  await Promise.race(sent);
  await stopsCleanly(server, 'SIGTERM');
  const replies = (await Promise.all(sent)).filter((reply) => reply !== undefined);
  assert.ok(replies.length > 0);
  for (const { status } of replies) assert.ok([201, 503].includes(status), String(status));

  const next = await start();
  const again = visitor({ origin: next.origin, slug: 'general' }, shopper.token);
  const kept = must(await listMyOrders(again.api, { limit: 100 })).items.length;
  const promised = replies.filter(({ status }) => status === 201).length;
  assert.ok(kept >= promised, `${String(promised)} were promised, ${String(kept)} are there`);
  await stopsCleanly(next, 'SIGINT');
});
