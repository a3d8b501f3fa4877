import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { textAt } from '@tuodi/tools-bench';
import type { Caller, LoadMall, Reply } from '@tuodi/tools-bench';

export type CommandKind = 'checkout' | 'attempt' | 'callback' | 'cancel' | 'sale' | 'claim';

/** A command and the answer that it got in the end, after as many attempts as it took. */
export interface Acknowledged {
  readonly kind: CommandKind;
  readonly reply: Reply;
  readonly attempts: number;
  /** Sends the very same request again. */
  readonly again: () => Promise<Reply>;
}

const GIVE_UP_MS = 90_000;
const SHORTEST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 500;

/** Somebody who shops without a pause, and repeats what was not answered until it is. */
export class Customer {
  readonly acknowledged: Acknowledged[] = [];
  readonly #mall: LoadMall;
  readonly #caller: Caller;
  readonly #skuIds: readonly string[];
  readonly #random: () => number;
  #stopped = false;
  #life: Promise<void> | undefined;

  constructor(options: {
    readonly mall: LoadMall;
    readonly caller: Caller;
    readonly skuIds: readonly string[];
    readonly random: () => number;
  }) {
    this.#mall = options.mall;
    this.#caller = options.caller;
    this.#skuIds = options.skuIds;
    this.#random = options.random;
  }

  begin(): void {
    this.#life = this.#live();
    // Whoever stops us learns of it; until then it is not unhandled.
    this.#life.catch(() => undefined);
  }

  /** Ends after the act that it is at, with every command answered. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#life;
  }

  async #live(): Promise<void> {
    while (!this.#stopped) {
      const draw = this.#random();
      if (draw < 0.55) await this.#buy();
      else if (draw < 0.7) await this.#changeMind();
      else if (draw < 0.92) await this.#sell();
      else await this.#post('claim', '/v1/value/claims', {});
    }
  }

  async #buy(): Promise<void> {
    const checkout = await this.#checkOut();
    if (checkout.status !== 201) return;
    const path = `/v1/payments/${textAt(checkout, 'payment', 'id')}/attempts`;
    const attempt = await this.#post('attempt', path, { gateway: 'simulator' });
    if (attempt.status !== 201) return;
    await this.#until('callback', () => this.#mall.callBack(attempt));
  }

  async #changeMind(): Promise<void> {
    const checkout = await this.#checkOut();
    if (checkout.status !== 201) return;
    const path = `/v1/orders/${textAt(checkout, 'orders', 0, 'id')}/cancel`;
    await this.#post('cancel', path, { reason: 'changed my mind' });
  }

  #checkOut(): Promise<Reply> {
    const skuId = this.#skuIds[Math.floor(this.#random() * this.#skuIds.length)] ?? '';
    const quantity = 1 + Math.floor(this.#random() * 3);
    return this.#post('checkout', '/v1/checkouts', { lines: [{ skuId, quantity }] });
  }

  #sell(): Promise<Reply> {
    // Thousandths of a point: everybody can go on selling through the whole run.
    const amount = String(1_000_000_000 + Math.floor(this.#random() * 1_000_000_000));
    return this.#post('sale', '/v1/value/sales', { points: { amount, asset: 'GROWTH/12' } });
  }

  #post(kind: CommandKind, path: string, body: unknown): Promise<Reply> {
    const key = randomUUID();
    return this.#until(kind, () => this.#caller.post(path, body, key));
  }

  /** No answer, or one that blames the server, says nothing about the effect: ask again. */
  async #until(kind: CommandKind, send: () => Promise<Reply>): Promise<Reply> {
    const deadline = performance.now() + GIVE_UP_MS;
    for (let attempts = 1; ; attempts += 1) {
      const reply = await send().catch(() => undefined);
      if (reply !== undefined && reply.status < 500) {
        this.acknowledged.push({ kind, reply, attempts, again: send });
        return reply;
      }
      if (performance.now() > deadline) {
        throw new Error(`a ${kind} is not answered: ${reply?.text ?? 'no connection'}`);
      }
      // A storm of tries would keep a server busy that is just getting up.
      await sleep(Math.min(SHORTEST_PAUSE_MS * attempts, LONGEST_PAUSE_MS));
    }
  }
}
