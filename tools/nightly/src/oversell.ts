import { setTimeout as sleep } from 'node:timers/promises';
import { moveClock } from '@tuodi/platform/tenancy';
import { textAt } from '@tuodi/tools-bench';
import type { Caller, LoadMall, Reply } from '@tuodi/tools-bench';
import { Faults } from './check.ts';
import type { Check, Findings } from './check.ts';
import { auditFaults, countRows, Ground, stockOf } from './ground.ts';

const PIECES = 50n;
const SHOPPERS = 200;
const PATIENCE_MS = 30_000;

/**
 * 200 shoppers want 50 pieces at once. Those who got one then pay, cancel, pay and cancel, or let
 * it expire, while the others go on trying. In the end exactly 50 are sold, and at every look what
 * is sold, held and free adds up to 50.
 */
export const oversell: Check = {
  name: 'oversell',
  about: '50 pieces, 200 parallel checkouts with cancellations and expiries',
  async run(): Promise<Findings> {
    const faults = new Faults();
    const ground = await Ground.open({ connections: SHOPPERS });
    try {
      const mall = await ground.openMall('oversell');
      const [skuId = ''] = await mall.putUp(1, PIECES);
      const rush = new Rush(mall, skuId, await mall.signIn(SHOPPERS), faults);
      const first = await rush.everybody();
      faults.expect(first === 50, `${first} of 200 checkouts got one of 50 pieces`);
      await rush.look();
      const goneBack = await rush.changeMinds();
      const expired = await rush.letExpire();
      const last = await rush.everybody();
      await rush.payAll();
      await rush.look();
      const sold = await countRows(mall, 'orders', "state = 'paid'");
      faults.expect(sold === 50, `${sold} pieces are sold in the end`);
      const { onHand } = await stockOf(mall, skuId);
      faults.expect(onHand === 0n, `${onHand} pieces are on hand when all are sold`);
      await mall.context.economy.drain(mall.tenant.id);
      for (const fault of await auditFaults(mall)) faults.expect(false, fault);
      const facts = { pieces: 50, shoppers: SHOPPERS, first, goneBack, expired, last, sold };
      return { facts, faults: faults.list };
    } finally {
      await ground.close();
    }
  },
};

/** A checkout that is held and not yet paid. */
interface Held {
  readonly shopper: Caller;
  readonly checkout: Reply;
}

class Rush {
  readonly #mall: LoadMall;
  readonly #skuId: string;
  readonly #shoppers: readonly Caller[];
  readonly #faults: Faults;
  #held: Held[] = [];

  constructor(mall: LoadMall, skuId: string, shoppers: readonly Caller[], faults: Faults) {
    this.#mall = mall;
    this.#skuId = skuId;
    this.#shoppers = shoppers;
    this.#faults = faults;
  }

  /** All shoppers at once. @returns how many got a piece. */
  async everybody(): Promise<number> {
    const got = await Promise.all(this.#shoppers.map((shopper) => this.#tryToGet(shopper)));
    return got.filter(Boolean).length;
  }

  /**
   * A quarter each pays, cancels, pays and cancels, or waits, while all go on trying.
   * @returns how many pieces came back.
   */
  async changeMinds(): Promise<number> {
    const [pays = [], cancels = [], regrets = [], waits = []] = inFour(this.#held);
    this.#held = [...waits];
    const cancelled = Promise.all([
      ...cancels.map((one) => this.#cancel(one)),
      ...regrets.map((one) => this.#pay(one).then(() => this.#cancel(one))),
    ]);
    await Promise.all([
      ...pays.map((one) => this.#pay(one)),
      ...this.#shoppers.map((shopper) => this.#tryToGet(shopper)),
      ...Array.from({ length: 20 }, (_, index) => sleep(index * 10).then(() => this.look())),
    ]);
    return (await cancelled).filter(Boolean).length;
  }

  /** Time passes until nothing is held any more. @returns how many were held. */
  async letExpire(): Promise<number> {
    const { context, tenant } = this.#mall;
    const now = Date.parse(context.clock.now(await this.#mall.now()));
    const to = new Date(now + 16 * 60_000).toISOString();
    const expiring = this.#held.length;
    this.#held = [];
    const moved = await moveClock(context, { tenantId: tenant.id, to });
    if (!moved.ok) throw new Error(`the clock does not move: ${moved.refusal.code}`);
    const until = performance.now() + PATIENCE_MS;
    while ((await this.look()).reserved > 0n) {
      if (performance.now() > until) throw new Error('held pieces are not freed when they expire');
      await sleep(200);
    }
    return expiring;
  }

  async payAll(): Promise<void> {
    await Promise.all(this.#held.splice(0).map((one) => this.#pay(one)));
  }

  /** What is sold, held and free adds up, now. */
  async look(): ReturnType<typeof stockOf> {
    const stock = await stockOf(this.#mall, this.#skuId);
    const { onHand, available, reserved } = stock;
    const holds = available >= 0n && reserved >= 0n && onHand === available + reserved;
    this.#faults.expect(
      holds && onHand <= PIECES,
      `${onHand} on hand, ${available} free, ${reserved} held`,
    );
    return stock;
  }

  async #tryToGet(shopper: Caller): Promise<boolean> {
    const lines = [{ skuId: this.#skuId, quantity: 1 }];
    const checkout = await shopper.post('/v1/checkouts', { lines });
    if (checkout.status === 201) {
      this.#held.push({ shopper, checkout });
      return true;
    }
    const refusal = checkout.status === 409 && textAt(checkout, 'code') === 'stock.not_enough';
    this.#faults.expect(refusal, `a checkout answers ${checkout.status} ${checkout.text}`);
    return false;
  }

  async #pay({ shopper, checkout }: Held): Promise<void> {
    const path = `/v1/payments/${textAt(checkout, 'payment', 'id')}/attempts`;
    const attempt = await shopper.post(path, { gateway: 'simulator' });
    const paid = await this.#mall.callBack(attempt);
    this.#faults.expect(paid.status === 200, `a payment answers ${paid.status} ${paid.text}`);
  }

  async #cancel({ shopper, checkout }: Held): Promise<boolean> {
    const path = `/v1/orders/${textAt(checkout, 'orders', 0, 'id')}/cancel`;
    const cancelled = await shopper.post(path, { reason: 'changed my mind' });
    const fine = cancelled.status === 200;
    this.#faults.expect(fine, `a cancellation answers ${cancelled.status} ${cancelled.text}`);
    return fine;
  }
}

function inFour(held: readonly Held[]): readonly (readonly Held[])[] {
  return [0, 1, 2, 3].map((part) => held.filter((_, index) => index % 4 === part));
}
