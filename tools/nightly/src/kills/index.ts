import { setTimeout as sleep } from 'node:timers/promises';
import { moveClock } from '@tuodi/platform/tenancy';
import { seededRandom } from '@tuodi/tools-bench';
import type { LoadMall } from '@tuodi/tools-bench';
import { Faults } from '../check.ts';
import type { Check, CheckOptions, Findings } from '../check.ts';
import { advanceDays, auditFaults, buyAndReceive, Ground } from '../ground.ts';
import { compareAcknowledged, readRows } from './compare.ts';
import { Customer } from './customer.ts';

const CUSTOMERS = 8;
const GOODS = 12;
const WINDOW_DAYS = 8;
const DAY_MS = 86_400_000;
const REOPENS_MS = 60_000;
const NOTICED_MS = 400;
const HEALS_MS = 60_000;

/**
 * kill -9 of the server, of its PostgreSQL, or of both, at random moments while customers check
 * out, pay, cancel, sell and claim, and while days end and orders settle. After each kill the books
 * are audited under load; at the end every acknowledged command is there, once.
 */
export const kills: Check = {
  name: 'kills',
  about: 'kill -9 of server or database under load: nothing lost, nothing doubled',
  async run(options: CheckOptions): Promise<Findings> {
    const ground = await Ground.open({ connections: CUSTOMERS * 3 });
    try {
      return await new KillRun(ground, options).run();
    } finally {
      await ground.close();
    }
  },
};

type Target = 'server' | 'database' | 'both';

class KillRun {
  readonly #ground: Ground;
  readonly #options: CheckOptions;
  readonly #random: () => number;
  readonly #faults = new Faults();
  readonly #killed: Record<Target, number> = { server: 0, database: 0, both: 0 };
  /** Why the server did not start its killed database again, each time. */
  readonly #startedByHand: string[] = [];

  constructor(ground: Ground, options: CheckOptions) {
    this.#ground = ground;
    this.#options = options;
    this.#random = seededRandom(options.seed);
  }

  async run(): Promise<Findings> {
    const mall = await this.#ground.openMall('kills');
    const skuIds = await mall.putUp(GOODS, 1_000_000n);
    const callers = await mall.signIn(CUSTOMERS);
    // One batch of orders a day, so that some settle on every day that the run will move on.
    for (let day = 0; day < this.#options.kills + WINDOW_DAYS + 1; day += 1) {
      const buyers = day === 0 ? callers : callers.slice(0, 3);
      await buyAndReceive(mall, buyers, { skuId: skuIds[0] ?? '', reference: `day ${day}` });
      await advanceDays(this.#ground, mall, 1);
    }
    const before = await readRows(mall);
    const customers = callers.map(
      (caller) => new Customer({ mall, caller, skuIds, random: this.#random }),
    );
    for (const customer of customers) customer.begin();
    for (let count = 0; count < this.#options.kills; count += 1) await this.#round(mall);
    // A little more life after the last kill, then everybody gets the last answers.
    await sleep(500);
    await Promise.all(customers.map((customer) => customer.stop()));
    const acknowledged = customers.flatMap((customer) => customer.acknowledged);
    await compareAcknowledged(mall, { before, acknowledged, faults: this.#faults });
    await mall.context.economy.drain(mall.tenant.id);
    await this.#audit(mall);
    const repeated = acknowledged.filter(({ attempts }) => attempts > 1).length;
    this.#faults.expect(repeated > 0, 'no command met a kill: this run has shown nothing');
    const refused = acknowledged.filter(({ reply }) => reply.status >= 300).length;
    const facts = { acknowledged: acknowledged.length, repeated, refused, ...this.#facts() };
    return { facts, faults: this.#faults.list };
  }

  #facts(): Readonly<Record<string, number | string>> {
    const { server, database, both } = this.#killed;
    return {
      kills: server + database + both,
      serverKills: server,
      databaseKills: database,
      bothKills: both,
      startedByHand: this.#startedByHand.length,
      whyByHand: this.#startedByHand.join('; '),
    };
  }

  /** Load for a while, a kill, a restart, an audit, and the next business day. */
  async #round(mall: LoadMall): Promise<void> {
    await sleep(200 + Math.floor(this.#random() * 1_500));
    const target = this.#choose();
    this.#killed[target] += 1;
    const { server } = this.#ground;
    if (target !== 'database') await server.kill();
    if (target !== 'server') server.killDatabase();
    if (target !== 'database') await this.#ground.startAgain();
    else await this.#selfHealed();
    await this.#ground.ready();
    await patiently(() => this.#audit(mall));
    await patiently(() => this.#nextDay(mall));
  }

  /** The server itself starts its database again; if it does not, an operator starts the server. */
  async #selfHealed(): Promise<void> {
    // Not at once: until it has noticed, it still says that it is ready.
    await sleep(NOTICED_MS);
    const healed = await this.#ground.ready(HEALS_MS).then(
      () => true,
      () => false,
    );
    if (healed) return;
    const { server } = this.#ground;
    const said = server.lastWords.split('\n').filter((line) => line.includes('database server'));
    const why = said.at(-1) ?? 'it says nothing about it';
    // Not a fault of the books, which are what this check is about: told on its own.
    this.#startedByHand.push(why);
    await server.kill();
    await this.#ground.startAgain();
  }

  #choose(): Target {
    const draw = this.#random();
    if (draw < 0.45) return 'server';
    return draw < 0.85 ? 'database' : 'both';
  }

  async #audit(mall: LoadMall): Promise<void> {
    for (const fault of await auditFaults(mall)) this.#faults.expect(false, fault);
  }

  /** The server's own tick then settles and closes what the new day has made due. */
  async #nextDay(mall: LoadMall): Promise<void> {
    const now = Date.parse(mall.context.clock.now(await mall.now()));
    const to = new Date(now + DAY_MS).toISOString();
    const moved = await moveClock(mall.context, { tenantId: mall.tenant.id, to });
    if (!moved.ok) throw new Error(`the clock does not move: ${moved.refusal.code}`);
  }
}

/** The operator's own connections broke with the database: the first tries may fail. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + REOPENS_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(100);
    }
  }
}
