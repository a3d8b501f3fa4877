import {
  cancelOrder,
  createRefund,
  getConsoleOrder,
  getProduct,
  getValue,
  listCategories,
  listMyOrders,
  listProducts,
  newIdempotencyKey,
  sellPoints,
  simulatePayment,
  unitsOf,
} from '@tuodi/web-client';
import type { Growth, Product } from '@tuodi/web-client';
import type { SharedServer } from './shared-server.ts';
import { buy, buyAndSettle, place, receive, ship } from './shop.ts';
import type { Placed } from './shop.ts';
import { MEMBER, MERCHANT, must, OPERATOR, signedIn, visitor } from './visitor.ts';
import type { Visitor } from './visitor.ts';

/** The general mall with everybody in it and an order in every state: what the pages show. */
export interface Stage {
  readonly origin: string;
  readonly people: Readonly<Record<Person, Visitor>>;
  /** Those who have been to the simulation. */
  readonly simulated: Readonly<Partial<Record<Person, Visitor>>>;
  readonly product: Product;
  readonly plainProduct: Product;
  /** A cashier that waits, one that was paid, one where the payment failed. */
  readonly cashiers: { readonly open: string; readonly paid: string; readonly failed: string };
  /** Orders of the shopper by their state, and settled ones of the demo's member. */
  readonly orders: Readonly<Record<StagedOrder, string>>;
  /** A receipt of the demo's member. */
  readonly saleId: string;
  /** Words of the mall's data that have no English: they may stand on an English page. */
  readonly chineseOnly: readonly string[];
}

export type Person = 'stranger' | 'newcomer' | 'shopper' | 'member' | 'merchant' | 'operator';

type StagedOrder =
  | 'awaiting'
  | 'paid'
  | 'shipped'
  | 'window'
  | 'closed'
  | 'refunded'
  | 'partly'
  | 'settled'
  | 'late';

/** Sets the stage on a freshly seeded server: through the API, but for the simulation's clock. */
export async function setStage({ origin, dataDir }: SharedServer): Promise<Stage> {
  const at = { origin, slug: 'general' };
  const people = {
    stranger: visitor(at),
    newcomer: await signedIn(at, '13900000401'),
    shopper: await signedIn(at, '13900000402'),
    member: await signedIn(at, MEMBER),
    merchant: await signedIn(at, MERCHANT),
    operator: await signedIn(at, OPERATOR),
  };
  const product = await productNamed(people.stranger, '单丛');
  const plainProduct = await productNamed(people.stranger, '品茗杯');
  const cashiers = await setCashiers(people.shopper, product);
  const orders = await setOrders(people, product, plainProduct);
  return {
    ...{ origin, people, product, plainProduct, orders },
    cashiers,
    simulated: await setSimulation(origin, dataDir),
    saleId: await sellSome(people.member),
    chineseOnly: await chineseOnly(people),
  };
}

async function productNamed({ api }: Visitor, words: string): Promise<Product> {
  const [card] = must(await listProducts(api, { q: words, limit: 1 })).items;
  return must(await getProduct(api, card?.id ?? ''));
}

function skuOf(product: Product): string {
  return product.skus[0]?.id ?? '';
}

async function setCashiers(shopper: Visitor, product: Product): Promise<Stage['cashiers']> {
  const wanted = { skuId: skuOf(product), quantity: 1 };
  const open = await place(shopper, wanted);
  const paid = await place(shopper, wanted);
  must(await simulatePayment(shopper.api, paid.attemptId, 'pay'));
  const failed = await place(shopper, wanted);
  must(await simulatePayment(shopper.api, failed.attemptId, 'fail'));
  return { open: open.attemptId, paid: paid.attemptId, failed: failed.attemptId };
}

async function setOrders(
  people: Stage['people'],
  product: Product,
  other: Product,
): Promise<Stage['orders']> {
  const { shopper, member, operator } = people;
  const wanted = { skuId: skuOf(product), quantity: 2 };
  const second = { skuId: skuOf(other), quantity: 1 };
  const awaiting: Placed = await place(shopper, wanted, second);
  const closed = await place(shopper, wanted);
  must(await cancelOrder(shopper.api, closed.orderId, newIdempotencyKey()));
  const refunded = await buy(shopper, second);
  must(await cancelOrder(shopper.api, refunded, newIdempotencyKey()));
  const partly = await buy(shopper, wanted, second);
  await giveBackOne(operator, partly);
  const shipped = await buy(shopper, wanted);
  await ship(operator, shipped);
  const window = await buy(shopper, wanted);
  await ship(operator, window);
  await receive(shopper, window);
  const all = must(await listMyOrders(member.api, { state: 'settled', limit: 100 })).items;
  const [settled, late] = all.filter(({ refunded }) => unitsOf(refunded) === 0n);
  await giveBackOne(operator, late?.id ?? '');
  return {
    ...{ closed: closed.orderId, refunded, partly, shipped, window },
    awaiting: awaiting.orderId,
    paid: await buy(shopper, second),
    settled: settled?.id ?? '',
    late: late?.id ?? '',
  };
}

/** The operator refunds one piece of an order's first line. */
async function giveBackOne(operator: Visitor, orderId: string): Promise<void> {
  const { lines } = must(await getConsoleOrder(operator.api, orderId));
  const refund = { lines: [{ lineId: lines[0]?.id ?? '', quantity: 1 }], reason: 'broken' };
  must(await createRefund(operator.api, orderId, refund, newIdempotencyKey()));
}

async function sellSome(member: Visitor): Promise<string> {
  const { points } = must(await getValue(member.api));
  const quarter: Growth = { amount: String(unitsOf(points) / 4n), asset: 'GROWTH/12' };
  return must(await sellPoints(member.api, quarter, newIdempotencyKey())).id;
}

/** The API tells names of merchants and categories in one language only. */
async function chineseOnly({ stranger }: Stage['people']): Promise<readonly string[]> {
  const categories = must(await listCategories(stranger.api)).items.map(({ name }) => name);
  const goods = must(await listProducts(stranger.api, { limit: 100 })).items;
  return [...new Set([...categories, ...goods.map(({ merchantName }) => merchantName)])];
}

async function setSimulation(origin: string, dataDir: string): Promise<Stage['simulated']> {
  const at = { origin, slug: 'founding' };
  const operator = await signedIn(at, OPERATOR);
  const member = await signedIn(at, MEMBER);
  const skuId = skuOf(await productNamed(member, '米酒'));
  await buyAndSettle({ who: member, operator, dataDir }, { skuId, quantity: 1 });
  return { operator, member };
}
