import { writeFixed } from '@tuodi/amount';
import type { Account, EconomyEvent, Replay } from '@tuodi/economy';
import { seededRandom } from '../random.ts';

/** Events between two closes of the day. */
const DAY = 2_000;
/** Settled orders that may still come back. */
const RETURNABLE = 10_000;

/**
 * What a mall sends its economy: orders, the settlement of the oldest open one, sales and
 * conversions of a little of what somebody holds, claims, late refunds of a part, days. The next
 * events are planned by looking at the state, so nearly all of them are accepted; the few that are
 * not met somebody who was forced out within the same plan.
 */
export class MixedEvents {
  readonly #replay: Replay;
  readonly #random: () => number;
  readonly #holders: number;
  #planned = 0;
  #orders = 0;
  #settled = 0;

  constructor(replay: Replay, holders: number, seed: number) {
    this.#replay = replay;
    this.#holders = holders;
    this.#random = seededRandom(seed);
  }

  plan(count: number): EconomyEvent[] {
    return Array.from({ length: count }, () => {
      this.#planned += 1;
      return this.#planned % DAY === 0 ? { type: 'close_day' } : this.#next(this.#random());
    });
  }

  #next(draw: number): EconomyEvent {
    if (draw < 0.4 || this.#settled === this.#orders) return this.#order();
    if (draw < 0.8) {
      this.#settled += 1;
      return { type: 'settle', order: `o${this.#settled}` };
    }
    if (draw < 0.88) return this.#little('sell');
    if (draw < 0.92) return this.#little('convert');
    if (draw < 0.96) return { type: 'claim', user: this.#user() };
    return this.#refund();
  }

  #order(): EconomyEvent {
    this.#orders += 1;
    const amount = this.#between(20, 520);
    // Margins from a tenth to a half: some contribute all of it, some leave a dividend.
    const margin = Math.floor((amount * this.#between(10, 50)) / 100);
    return {
      type: 'order',
      id: `o${this.#orders}`,
      user: this.#user(),
      amount: `${amount}.50`,
      margin: `${margin}.25`,
    };
  }

  /** A hundredth of what a random holder has; of a few, the first who has anything. */
  #little(type: 'sell' | 'convert'): EconomyEvent {
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const user = this.#user();
      const points = this.#accountOf(user)?.points ?? 0n;
      if (points >= 100n) return { type, user, points: writeFixed(points / 100n, 12) };
    }
    return { type: 'claim', user: this.#user() };
  }

  /** One yuan of an order that has settled lately; no order is hit twenty times. */
  #refund(): EconomyEvent {
    const back = Math.floor(this.#random() * Math.min(this.#settled, RETURNABLE));
    if (back >= this.#settled) return this.#order();
    return { type: 'refund', order: `o${this.#settled - back}`, amount: '1' };
  }

  #accountOf(user: string): Account | undefined {
    return this.#replay.economy.accounts.get(`u:${user}`);
  }

  #user(): string {
    return String(Math.floor(this.#random() * this.#holders));
  }

  #between(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least));
  }
}
