import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { catalog, catalogRoutes, shapes } from '@tuodi/wire';
import { openShop } from '../orders/shop.fixture.ts';
import type { Reply, Shop } from '../orders/shop.fixture.ts';
import { TestMall } from '../orders/mall.fixture.ts';

let shop: Shop;

before(async () => {
  shop = await openShop('catalog');
});
after(() => shop.close());

const cny = (amount: string) => ({ amount, asset: 'CNY/2' });

function product(more: object = {}): object {
  return {
    merchantNumber: String(shop.mall.merchants[0]),
    title: '云雾茶',
    titleEn: 'Cloud tea',
    description: 'From the hills.',
    category: 'tea',
    cover: { category: 'tea', seed: 7, imageUrl: null },
    skus: [
      { title: 'Large', price: cny('20000'), supplyPrice: cny('12000'), stock: 5 },
      { title: 'Small', price: cny('10000'), supplyPrice: cny('5500'), stock: 0 },
    ],
    ...more,
  };
}

function problemOf(reply: Reply): readonly [number, string] {
  return [reply.status, reply.as(shapes.Problem).code];
}

const sku = (price: string, supplyPrice: string, stock = 1) => ({
  ...{ title: 'One', price: cny(price), supplyPrice: cny(supplyPrice), stock },
});

test('a product is put up with its SKUs, their pieces, and what each will earn', async () => {
  const created = await shop.merchant.post('/v1/console/products', product());
  assert.equal(created.status, 201);
  const made = created.as(catalog.Product);
  assert.deepEqual(
    made.skus.map(({ title, price, available }) => [title, price.amount, available]),
    [
      ['Large', '20000', 5],
      ['Small', '10000', 0],
    ],
  );
  const { contribution, value, margin } = made.skus[1]?.earning ?? {};
  assert.deepEqual([margin, contribution, value], ['4500', '3000', '2100'].map(cny));
  const seen = await shop.stranger.get(`/v1/products/${made.id}`);
  assert.deepEqual(seen.body, created.body);
});

test('the cheapest SKU speaks for a product in the list', async () => {
  await shop.merchant.post('/v1/console/products', product({ title: 'Listed tea' }));
  const page = (await shop.stranger.get('/v1/products?limit=1')).as(catalog.ProductPage);
  const [card] = page.items;
  assert.deepEqual(
    [card?.title, card?.price, card?.earnsValue, card?.merchantName],
    ['Listed tea', cny('10000'), cny('2100'), 'Old Cellar'],
  );
});

test('lists go newest first, page by page, by category and by words of either language', async () => {
  const titles = ['One', 'Two', 'Three', 'Four', 'Five'];
  for (const title of titles) {
    const made = product({ title, titleEn: `${title} of HILLS`, category: 'listed' });
    assert.equal((await shop.operator.post('/v1/console/products', made)).status, 201);
  }
  const found: string[] = [];
  for (let cursor = ''; ;) {
    const answer = await shop.stranger.get(`/v1/products?category=listed&limit=2${cursor}`);
    const page = answer.as(catalog.ProductPage);
    found.push(...page.items.map((item) => item.title));
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  assert.deepEqual(found.toSorted(), titles.toSorted());
  const sought = async (q: string): Promise<number> => {
    const answer = await shop.stranger.get(`/v1/products?q=${encodeURIComponent(q)}&limit=100`);
    return answer.as(catalog.ProductPage).items.length;
  };
  assert.deepEqual([await sought('three'), await sought('of hills'), await sought('%')], [1, 5, 0]);
  const answer = await shop.stranger.get('/v1/categories');
  const schema = catalogRoutes.listCategories.responses[200].content['application/json'].schema;
  assert.ok(answer.as(schema).items.some((one) => one.name === 'listed' && one.products === 5));
  assert.deepEqual(problemOf(await shop.stranger.get('/v1/products?cursor=x')), [
    400,
    'http.bad_cursor',
  ]);
});

test('prices that nobody can pay, and supply prices above them, are refused', async () => {
  for (const bad of [
    sku('0', '0'),
    sku('-100', '0'),
    sku('100', '-1'),
    sku('100', '101'),
    sku('100000000001', '0'),
    sku('9'.repeat(30), '0'),
  ]) {
    const reply = await shop.merchant.post('/v1/console/products', product({ skus: [bad] }));
    assert.deepEqual(problemOf(reply), [422, 'catalog.bad_price']);
  }
  for (const malformed of [sku('1.5', '0'), sku('100', '0', -1), sku('100', '0', 0.5)]) {
    const reply = await shop.merchant.post('/v1/console/products', product({ skus: [malformed] }));
    assert.deepEqual(problemOf(reply), [400, 'http.invalid']);
  }
});

test('a merchant puts up own goods only, an operator any, a member none', async () => {
  const forRival = product({ merchantNumber: String(shop.mall.merchants[1]) });
  assert.deepEqual(problemOf(await shop.merchant.post('/v1/console/products', forRival)), [
    403,
    'catalog.not_your_merchant',
  ]);
  assert.equal((await shop.operator.post('/v1/console/products', forRival)).status, 201);
  for (const merchantNumber of ['999', 'x', '0']) {
    const reply = await shop.operator.post('/v1/console/products', product({ merchantNumber }));
    assert.deepEqual(problemOf(reply), [422, 'catalog.unknown_merchant']);
  }
  assert.deepEqual(problemOf(await shop.shopper.post('/v1/console/products', product())), [
    403,
    'identity.role_missing',
  ]);
});

test('a product that does not exist here is not found', async () => {
  const elsewhere = await TestMall.open(shop.database.context, 'catalog-elsewhere');
  await elsewhere.sku();
  const [foreign] = await shop.database.context.transaction(elsewhere.id, (tx) =>
    tx.query<{ id: string }>('select id from products where tenant_id = $1', [elsewhere.id]),
  );
  for (const id of [randomUUID(), foreign?.id]) {
    assert.deepEqual(problemOf(await shop.stranger.get(`/v1/products/${id}`)), [
      404,
      'catalog.unknown_product',
    ]);
  }
  assert.equal((await shop.stranger.get('/v1/products/1')).status, 400);
});
