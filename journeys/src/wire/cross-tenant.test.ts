import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getMyOrder, getProduct, newIdempotencyKey, sellPoints } from '@tuodi/web-client';
import type { OpenedContext } from '@tuodi/platform/operator';
import { assertBooks, joinInstallation } from '../installation.ts';
import { sharedServer } from '../shared-server.ts';
import { buy, buyAndSettle, place } from '../shop.ts';
import { must, visitor } from '../visitor.ts';
import type { Reply, Visitor } from '../visitor.ts';
import { changedTables, fingerprintOf } from './fingerprint.ts';
import type { Fingerprint } from './fingerprint.ts';
import { openFreshMall } from './fresh-mall.ts';
import type { FreshMall } from './fresh-mall.ts';

// Every route of the API, asked by another mall's people with this mall's ids. A route that nobody
// has thought of here fails the test.

/** A route of the OpenAPI document. */
interface Route {
  readonly operation: string;
  readonly method: string;
  /** `/v1/orders/{orderId}` */
  readonly path: string;
}

/** This mall's own things, by the names that paths give their ids. */
type Ids = Readonly<Record<string, string>>;

let context: OpenedContext;
let dataDir: string;
let here: FreshMall;
let elsewhere: FreshMall;
let ids: Ids;
/** Words that only this mall's people may read. */
let secrets: readonly string[];
let bodies: Readonly<Record<string, unknown>>;
let routes: readonly Route[];

before(async () => {
  const server = await sharedServer();
  dataDir = server.dataDir;
  context = await joinInstallation(dataDir);
  here = await openFreshMall(context, { origin: server.origin, name: 'here' });
  elsewhere = await openFreshMall(context, { origin: server.origin, name: 'elsewhere' });
  const { shopper: who, operator, skuId } = here;
  const settled = await buyAndSettle({ who, operator, dataDir }, { skuId, quantity: 1 });
  const sale = must(await sellPoints(who.api, 'all', newIdempotencyKey()));
  const { checkoutId, paymentId, attemptId } = await place(who, { skuId, quantity: 1 });
  const orderId = await buy(who, { skuId, quantity: 1 });
  const order = must(await getMyOrder(who.api, orderId));
  const { merchant } = must(await getProduct(who.api, here.productId));
  ids = {
    ...{ checkoutId, paymentId, attemptId, orderId, productId: here.productId, saleId: sale.id },
    transferId: order.transfers[0]?.id ?? '',
  };
  secrets = [checkoutId, paymentId, attemptId, orderId, settled.id, skuId, ids['transferId'] ?? ''];
  bodies = bodiesOf(order.lines[0]?.id ?? '', merchant.number);
  routes = await readRoutes(server.origin);
});

after(async () => {
  await context.close();
  for (const mall of [here, elsewhere]) await assertBooks(dataDir, mall.at.slug);
});

async function readRoutes(origin: string): Promise<readonly Route[]> {
  const response = await fetch(`${origin}/openapi.json`);
  const document: { paths: Record<string, Record<string, { operationId: string }>> } = JSON.parse(
    await response.text(),
  );
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => {
      return { operation: operationId, method: method.toUpperCase(), path };
    }),
  );
}

/** A good body for each route that takes one: what is refused is refused for whose it is. */
function bodiesOf(lineId: string, merchantNumber: string): Readonly<Record<string, unknown>> {
  const lines = [{ skuId: here.skuId, quantity: 1 }];
  const amount = { amount: '10000', asset: 'CNY/2' };
  return {
    requestCode: { phone: '13911118888' },
    signIn: { phone: '13911118888', code: '000000' },
    createProduct: {
      ...{ merchantNumber, title: 'Odd', category: 'odd' },
      cover: { category: 'box', seed: 1, imageUrl: null },
      skus: [{ title: 'One', price: amount, supplyPrice: amount, stock: 1 }],
    },
    previewCheckout: { lines },
    createCheckout: { lines },
    createAttempt: { gateway: 'simulator' },
    gatewayCallback: {
      ...{ id: 'g-1', attemptId: ids['attemptId'], kind: 'payment_succeeded', amount },
      at: '2026-01-10T08:00:00Z',
    },
    simulatePayment: { act: 'pay' },
    cancelOrder: {},
    shipOrder: { carrier: 'SF', tracking: '1' },
    createRefund: { lines: [{ lineId, quantity: 1 }] },
    previewSale: { points: 'all' },
    sellPoints: { points: 'all' },
  };
}

const WITHOUT_BODY: ReadonlySet<string> = new Set(['receiveOrder', 'claimDividend']);

function ask(who: Visitor, { operation, method, path }: Route): Promise<Reply> {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name];
    assert.ok(id !== undefined, `${path}: what is another mall's ${name}?`);
    return id;
  });
  const body = bodies[operation];
  assert.ok(
    method !== 'POST' || body !== undefined || WITHOUT_BODY.has(operation),
    `${operation}: what would somebody send?`,
  );
  const query = operation === 'simulatedMessages' ? '?phone=13911110001' : '';
  return who.send(method, address + query, body === undefined ? {} : { body });
}

/** Routes that a stranger may use, or that answer with what is one's own. */
const FOR_EVERYBODY: ReadonlySet<string> = new Set([
  ...['requestCode', 'signOut', 'tenant', 'simulatedMessages'],
  ...['listProducts', 'listCategories', 'getProduct', 'previewCheckout', 'getPrices'],
]);

test('another mall’s session opens nothing here that a stranger could not open', async () => {
  assert.ok(routes.length >= 36, 'the routes are seen');
  const strangers = ['shopper', 'merchant', 'operator'] as const;
  const print = await fingerprintOf(dataDir, here.tenant.id);
  for (const route of routes.filter(({ operation }) => operation !== 'requestCode')) {
    for (const role of strangers) {
      const foreign = visitor(here.at, elsewhere[role].token);
      const reply = await ask(foreign, route);
      if (FOR_EVERYBODY.has(route.operation)) continue;
      const what = `${role} of elsewhere, ${route.method} ${route.path}: ${reply.text.slice(0, 200)}`;
      assert.ok([401, 403, 404, 422].includes(reply.status), `${String(reply.status)} ${what}`);
      assert.notEqual(reply.code, '', what);
      assertTellsNothing(reply, what);
    }
  }
  await assertUnchanged(print);
});

/** In one's own mall, with ids of this one: nothing is found, and lists hold only what is one's own. */
test('this mall’s ids mean nothing elsewhere, whoever asks', async () => {
  const print = await fingerprintOf(dataDir, here.tenant.id);
  for (const route of routes.filter(({ operation }) => operation !== 'signOut')) {
    for (const role of ['stranger', 'shopper', 'merchant', 'operator'] as const) {
      const reply = await ask(elsewhere[role], route);
      const what = `${role}, ${route.method} ${route.path}: ${reply.text.slice(0, 200)}`;
      if (/\{\w+\}/.test(route.path)) {
        assert.ok([401, 403, 404].includes(reply.status), `${String(reply.status)} ${what}`);
      }
      assertTellsNothing(reply, what);
    }
  }
  await assertUnchanged(print);
});

async function assertUnchanged(print: Fingerprint): Promise<void> {
  const now = await fingerprintOf(dataDir, here.tenant.id);
  assert.deepEqual(changedTables(print, now), [], 'nothing here was changed');
}

function assertTellsNothing(reply: Reply, what: string): void {
  for (const secret of secrets) {
    // A refusal may repeat the id that it was asked for, and nothing else.
    if (reply.status >= 400 && secret === here.skuId) continue;
    assert.equal(reply.text.includes(secret), false, `${what} tells ${secret}`);
  }
}

test('a cursor of one list opens no other, here or elsewhere', async () => {
  for (let n = 0; n < 2; n += 1) await place(here.shopper, { skuId: here.skuId, quantity: 1 });
  const page = await here.shopper.send('GET', '/v1/orders?limit=1');
  const { nextCursor }: { nextCursor: string } = JSON.parse(page.text);
  const cursor = encodeURIComponent(nextCursor);
  const good = await here.shopper.send('GET', `/v1/orders?limit=1&cursor=${cursor}`);
  assert.equal(good.status, 200);
  for (const [who, list] of [
    [elsewhere.shopper, '/v1/orders'],
    [elsewhere.operator, '/v1/console/orders'],
    [here.operator, '/v1/console/orders'],
    [here.shopper, '/v1/value/activity'],
    [here.shopper, '/v1/products'],
  ] as const) {
    const reply = await who.send('GET', `${list}?cursor=${cursor}`);
    assert.deepEqual([reply.status, reply.code], [400, 'http.bad_cursor'], list);
  }
});

test('the same phone is another member in another mall, with a session of its own', async () => {
  for (const [mall, other] of [
    [here, elsewhere],
    [elsewhere, here],
  ] as const) {
    const own = await mall.shopper.send('GET', '/v1/me');
    assert.equal(own.status, 200);
    const foreign = await visitor(other.at, mall.shopper.token).send('GET', '/v1/me');
    assert.deepEqual([foreign.status, foreign.code], [401, 'identity.session_expired']);
  }
  const orders = await elsewhere.shopper.send('GET', '/v1/orders');
  assert.deepEqual(JSON.parse(orders.text), { items: [], nextCursor: null });
});
