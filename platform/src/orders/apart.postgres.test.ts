import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fen } from '@tuodi/amount';
import { orders } from '@tuodi/wire';
import type { z } from 'zod';
import { buy, openShop } from './shop.fixture.ts';
import type { Caller, Shop } from './shop.fixture.ts';

type Detail = z.infer<typeof orders.OrderDetail>;
type Transfer = Detail['transfers'][number];

let shop: Shop;

before(async () => {
  // The least quota that terms may give: holders are forced out soon.
  shop = await openShop('apart', { quota_rate: '0.31' });
});
after(() => shop.close());

const accountsOf = (transfer: Transfer): string[] => transfer.legs.map((leg) => leg.account);

async function detailOf(caller: Caller, path: string): Promise<Detail> {
  const reply = await caller.get(path);
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.as(orders.OrderDetail);
}

function transferOf(detail: Detail, kind: string): Transfer {
  const found = detail.transfers.find((transfer) => transfer.kind === kind);
  assert.ok(found !== undefined, kind);
  return found;
}

function assertZeroPerAsset(transfer: Transfer): void {
  const sums = new Map<string, bigint>();
  for (const { value } of transfer.legs) {
    sums.set(value.asset, (sums.get(value.asset) ?? 0n) + BigInt(value.amount));
  }
  assert.ok([...sums.values()].every((sum) => sum === 0n));
}

/** An order of one piece at a price, shipped and received. @returns its id. */
async function receivedAt(caller: Caller, price: bigint): Promise<string> {
  const supply = { kind: 'supply_price', price: fen((price * 55n) / 100n) } as const;
  const skuId = await shop.mall.sku({ price, supply });
  const orderId = await buy(caller, [{ skuId, quantity: 1 }]);
  const parcel = { carrier: 'SF', tracking: 'SF1' };
  const shipped = await shop.merchant.post(`/v1/console/orders/${orderId}/ship`, parcel);
  assert.equal(shipped.status, 200);
  assert.equal((await caller.post(`/v1/orders/${orderId}/receive`, '')).status, 200);
  return orderId;
}

// Law 5 "Apart: no tenant, merchant or member can see what is another's".
test("a stranger's forced exit is in the journal for the operator and for nobody else", async () => {
  const first = await receivedAt(shop.other, 10_000n);
  const following = [1_000_000n, 100_000_000n, 1_000_000_000n];
  const later: string[] = [];
  for (const price of following) later.push(await receivedAt(shop.shopper, price));
  await shop.mall.advance('2026-01-08T16:00:00.000Z');

  const stranger = (await detailOf(shop.other, `/v1/orders/${first}`)).memberNumber;
  const isStrangers = (account: string): boolean => account.startsWith(`member:${stranger}`);
  const whole = await Promise.all(
    later.map((id) => detailOf(shop.operator, `/v1/console/orders/${id}`)),
  );
  const orderId = whole.find((detail) =>
    accountsOf(transferOf(detail, 'order_settled')).some(isStrangers),
  )?.id;
  assert.ok(orderId !== undefined, 'the stranger was forced out by an order of the buyer');

  const bought = await detailOf(shop.shopper, `/v1/orders/${orderId}`);
  const sold = await detailOf(shop.merchant, `/v1/console/orders/${orderId}`);
  const seller = `merchant:${String(shop.mall.merchants[0])}`;
  for (const { detail, own } of [
    { detail: bought, own: [seller, `member:${bought.memberNumber}`] },
    { detail: sold, own: [seller] },
  ]) {
    for (const transfer of detail.transfers) {
      assertZeroPerAsset(transfer);
      const numbered = accountsOf(transfer).filter((account) => account.includes(':'));
      assert.ok(numbered.every((account) => own.some((one) => account.startsWith(one))));
    }
    const settled = accountsOf(transferOf(detail, 'order_settled'));
    assert.ok(settled.includes('reserve') && settled.includes('others'));
  }

  // Whom it forced out sees the own points leave, and not what the other one paid.
  const { id } = transferOf(bought, 'order_settled');
  const touched = await shop.other.get(`/v1/transfers/${id}`);
  const seen = touched.as(orders.Transfer);
  assertZeroPerAsset(seen);
  assert.ok(accountsOf(seen).some(isStrangers));
  assert.ok(accountsOf(seen).every((account) => account === 'others' || isStrangers(account)));
  const own = (await shop.shopper.get(`/v1/transfers/${id}`)).as(orders.Transfer);
  assert.deepEqual(own, transferOf(bought, 'order_settled'));
  const ofShop = (await shop.merchant.get(`/v1/transfers/${id}`)).as(orders.Transfer);
  assert.deepEqual(ofShop, transferOf(sold, 'order_settled'));
  assert.equal((await shop.rival.get(`/v1/transfers/${id}`)).status, 404);
});

test("a merchant does not see a rival's money in a payment of both", async () => {
  const mine = await shop.mall.sku({
    price: 777n,
    supply: { kind: 'supply_price', price: fen(1n) },
  });
  const theirs = await shop.mall.sku({ price: 10_000n, merchant: shop.mall.merchants[1] });
  await buy(
    shop.shopper,
    [mine, theirs].map((skuId) => ({ skuId, quantity: 1 })),
  );
  const page = await shop.operator.get('/v1/console/orders');
  const [newest, second] = page.as(orders.OrderPage).items;
  const small = [newest, second].find((order) => order?.amount.amount === '777');
  assert.ok(small !== undefined);

  const sold = await detailOf(shop.merchant, `/v1/console/orders/${small.id}`);
  assert.deepEqual(sold.transfers, []);
  assert.doesNotMatch(JSON.stringify(sold), /10777/);
  const bought = await detailOf(shop.shopper, `/v1/orders/${small.id}`);
  const paid = transferOf(bought, 'payment_confirmed');
  assert.deepEqual(
    paid.legs.map(({ account, value }) => [account, value.amount]),
    [
      ['escrow', '10777'],
      ['others', '-10777'],
    ],
  );
  const whole = await detailOf(shop.operator, `/v1/console/orders/${small.id}`);
  assert.ok(accountsOf(transferOf(whole, 'payment_confirmed')).includes('gateway:1'));
  for (const caller of [shop.merchant, shop.rival, shop.other]) {
    assert.equal((await caller.get(`/v1/transfers/${paid.id}`)).status, 404);
  }
});

test('a merchant sees the payment of an order that was bought alone', async () => {
  const skuId = await shop.mall.sku();
  const orderId = await buy(shop.shopper, [{ skuId, quantity: 1 }]);
  const sold = await detailOf(shop.merchant, `/v1/console/orders/${orderId}`);
  assert.deepEqual(accountsOf(transferOf(sold, 'payment_confirmed')), ['escrow', 'others']);
});
