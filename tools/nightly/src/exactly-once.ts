import { randomUUID } from 'node:crypto';
import type { Caller, Reply } from '@tuodi/tools-bench';
import { Faults } from './check.ts';
import type { Check, Findings } from './check.ts';
import { advanceDays, auditFaults, buyAndReceive, countRows, Ground, stockOf } from './ground.ts';

const TIMES = 200;
const STOCK = 1_000n;

/** One Idempotency-Key sent 200 times at once over HTTP has one effect and one answer. */
export const exactlyOnce: Check = {
  name: 'exactly-once',
  about: 'one key 200 times at once, for a checkout and for selling points',
  async run(): Promise<Findings> {
    const faults = new Faults();
    const ground = await Ground.open({ connections: TIMES });
    try {
      const mall = await ground.openMall('exactly-once');
      const [skuId = ''] = await mall.putUp(1, STOCK);
      const [member] = await mall.signIn(1);
      if (member === undefined) throw new Error('somebody has signed in');
      await buyAndReceive(mall, [member], { skuId, reference: 'before' });
      await advanceDays(ground, mall, 9);

      const checkouts = await sendAtOnce(member, '/v1/checkouts', {
        lines: [{ skuId, quantity: 1 }],
      });
      expectOneAnswer(faults, 'checkout', checkouts);
      faults.expect(hits(checkouts) === TIMES - 1, `${hits(checkouts)} answers are marked repeats`);
      const placed = (await countRows(mall, 'checkouts', 'true')) - 1;
      faults.expect(placed === 1, `${placed} checkouts were placed`);
      const { available } = await stockOf(mall, skuId);
      faults.expect(available === STOCK - 2n, `${available} pieces are available`);

      const sales = await sendAtOnce(member, '/v1/value/sales', {
        points: { amount: '1000000000000', asset: 'GROWTH/12' },
      });
      expectOneAnswer(faults, 'sale', sales);
      const sold = await countRows(mall, 'economy_log', "source_type = 'http'");
      faults.expect(sold === 1, `${sold} sales were booked`);
      for (const fault of await auditFaults(mall)) faults.expect(false, fault);
      return { facts: { times: TIMES, checkouts: placed, sales: sold }, faults: faults.list };
    } finally {
      await ground.close();
    }
  },
};

function sendAtOnce(member: Caller, path: string, body: unknown): Promise<readonly Reply[]> {
  const key = randomUUID();
  return Promise.all(Array.from({ length: TIMES }, () => member.post(path, body, key)));
}

function expectOneAnswer(faults: Faults, what: string, replies: readonly Reply[]): void {
  const statuses = [...new Set(replies.map((reply) => reply.status))];
  faults.expect(statuses.join() === '201', `${what}: answered with ${statuses.join(', ')}`);
  const texts = new Set(replies.map((reply) => reply.text));
  faults.expect(texts.size === 1, `${what}: ${texts.size} different answers`);
}

function hits(replies: readonly Reply[]): number {
  return replies.filter((reply) => reply.headers['idempotency-hit'] === 'true').length;
}
