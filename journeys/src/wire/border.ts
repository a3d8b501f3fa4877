import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { getMyOrder } from '@tuodi/web-client';
import type { OpenedContext } from '@tuodi/platform/operator';
import { assertBooks, joinInstallation } from '../installation.ts';
import { sharedServer } from '../shared-server.ts';
import { buy, buyAndSettle, place, ship } from '../shop.ts';
import type { Placed } from '../shop.ts';
import { must } from '../visitor.ts';
import type { Reply, Visitor } from '../visitor.ts';
import { changedTables, fingerprintOf } from './fingerprint.ts';
import type { Fingerprint } from './fingerprint.ts';
import { openFreshMall } from './fresh-mall.ts';
import type { FreshMall } from './fresh-mall.ts';

/** Who sends what, and the problem that it gets. */
export interface Case {
  readonly who: Visitor;
  /** `POST /v1/checkouts` */
  readonly to: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly problem: readonly [status: number, code: string];
}

export const MALFORMED = [400, 'http.malformed'] as const;
export const INVALID = [400, 'http.invalid'] as const;

export const cny = (amount: unknown) => ({ amount, asset: 'CNY/2' });
export const growth = (amount: unknown) => ({ amount, asset: 'GROWTH/12' });

/** Orders of the shopper, who also holds points: something that bad input could harm. */
interface AtStake {
  readonly unpaid: Placed;
  readonly paid: { readonly orderId: string; readonly lineId: string };
  readonly shipped: string;
}

/** A mall of its own whose every byte is watched while it is sent what it must refuse. */
export class Border {
  readonly context: OpenedContext;
  readonly dataDir: string;
  readonly mall: FreshMall;
  readonly atStake: AtStake;
  #print: Fingerprint = {};

  private constructor(context: OpenedContext, dataDir: string, mall: FreshMall, stake: AtStake) {
    this.context = context;
    this.dataDir = dataDir;
    this.mall = mall;
    this.atStake = stake;
  }

  static async open(name: string): Promise<Border> {
    const { origin, dataDir } = await sharedServer();
    const context = await joinInstallation(dataDir);
    const mall = await openFreshMall(context, { origin, name });
    const border = new Border(context, dataDir, mall, await putAtStake(mall, dataDir));
    await border.takePrint();
    assert.ok(Object.keys(border.#print).length > 15, 'the tables of the mall are seen');
    return border;
  }

  /** What the mall looks like now is what it must look like after the next bad input. */
  async takePrint(): Promise<void> {
    await this.#untilQuiet();
    this.#print = await fingerprintOf(this.dataDir, this.mall.tenant.id);
  }

  /** Sends them all; each gets its problem, and afterwards not a byte of the mall is different. */
  async allRefused(cases: readonly Case[]): Promise<void> {
    assert.ok(cases.length > 0);
    for (const one of cases) {
      const { who, to, body, headers = {}, problem } = one;
      const [method = '', path = ''] = to.split(' ');
      const reply = await who.send(method, path, { body, headers });
      const sent = `${to} ${JSON.stringify(body ?? '').slice(0, 120)}`;
      assert.deepEqual([reply.status, reply.code], problem, `${sent}: ${reply.text.slice(0, 300)}`);
      assertIsProblem(reply);
    }
    const now = await fingerprintOf(this.dataDir, this.mall.tenant.id);
    assert.deepEqual(changedTables(this.#print, now), [], 'nothing was changed');
  }

  async close(): Promise<void> {
    await this.context.close();
    await assertBooks(this.dataDir, this.mall.at.slug);
  }

  /** Events are applied, and the gateway has confirmed the refunds that it was asked for. */
  async #untilQuiet(): Promise<void> {
    await this.context.economy.drain(this.mall.tenant.id);
    for (let looks = 0; looks < 150; looks += 1) {
      const order = await getMyOrder(this.mall.shopper.api, this.atStake.paid.orderId);
      if (must(order).refunds.every(({ state }) => state === 'confirmed')) return;
      await sleep(200);
    }
    assert.fail('the gateway was never asked about the refund');
  }
}

async function putAtStake(mall: FreshMall, dataDir: string): Promise<AtStake> {
  const { shopper, operator, skuId } = mall;
  await buyAndSettle({ who: shopper, operator, dataDir }, { skuId, quantity: 1 });
  const unpaid = await place(shopper, { skuId, quantity: 1 });
  const orderId = await buy(shopper, { skuId, quantity: 2 });
  const [line] = must(await getMyOrder(shopper.api, orderId)).lines;
  const shipped = await buy(shopper, { skuId, quantity: 1 });
  await ship(operator, shipped);
  return { unpaid, paid: { orderId, lineId: line?.id ?? '' }, shipped };
}

/** RFC 9457, and no word about our own insides. */
function assertIsProblem({ status, text, headers }: Reply): void {
  assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/);
  const problem: Record<string, unknown> = JSON.parse(text);
  for (const member of ['type', 'title', 'detail', 'code', 'traceId']) {
    assert.equal(typeof problem[member], 'string', `${member} in ${text}`);
  }
  assert.equal(problem['status'], status);
  assert.doesNotMatch(text, /\bat .*\.ts|node_modules|select |postgres/i);
}

/** A product that an operator may put up, but for its figures. */
export function product(price: unknown, supplyPrice: unknown = '1') {
  return {
    ...{ merchantNumber: '1', title: 'Odd', category: 'odd' },
    cover: { category: 'box', seed: 1, imageUrl: null },
    skus: [{ title: 'One', price: cny(price), supplyPrice: cny(supplyPrice), stock: 1 }],
  };
}
