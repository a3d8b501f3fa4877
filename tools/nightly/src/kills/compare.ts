import type { LoadMall } from '@tuodi/tools-bench';
import type { Faults } from '../check.ts';
import { countRows } from '../ground.ts';
import type { Acknowledged, CommandKind } from './customer.ts';

/** Answers that may be read again and again: the receipt of an effect, not what became of it. */
const RECEIPTS: ReadonlySet<CommandKind> = new Set(['checkout', 'attempt', 'sale', 'claim']);
const AT_ONCE = 16;

export interface Rows {
  readonly checkouts: number;
  readonly attempts: number;
  readonly receipts: number;
  readonly acts: number;
}

/** What the tables hold of each kind of command. */
export async function readRows(mall: LoadMall): Promise<Rows> {
  return {
    checkouts: await countRows(mall, 'checkouts', 'true'),
    attempts: await countRows(mall, 'payment_attempts', 'true'),
    receipts: await countRows(mall, 'payment_receipts', 'true'),
    acts: await countRows(mall, 'economy_log', "source_type = 'http'"),
  };
}

/**
 * Every command that was acknowledged is there, once: the same request gets the same answer, and
 * the tables grew by exactly as many rows as there were acknowledged commands.
 */
export async function compareAcknowledged(
  mall: LoadMall,
  input: {
    readonly before: Rows;
    readonly acknowledged: readonly Acknowledged[];
    readonly faults: Faults;
  },
): Promise<void> {
  const { before, acknowledged, faults } = input;
  await askAgain(acknowledged, faults);
  const rows = await readRows(mall);
  const accepted = (kinds: readonly CommandKind[]): number =>
    acknowledged.filter(({ kind, reply }) => kinds.includes(kind) && reply.status < 300).length;
  const pairs: readonly (readonly [string, number, number])[] = [
    ['checkouts', rows.checkouts - before.checkouts, accepted(['checkout'])],
    ['payment attempts', rows.attempts - before.attempts, accepted(['attempt'])],
    ['payments received', rows.receipts - before.receipts, accepted(['callback'])],
    ['sales and claims booked', rows.acts - before.acts, accepted(['sale', 'claim'])],
  ];
  for (const [what, stored, answered] of pairs) {
    const problem = stored < answered ? 'lost' : 'doubled';
    faults.expect(
      stored === answered,
      `${what}: ${stored} stored, ${answered} acknowledged, ${problem}`,
    );
  }
}

/** In slices, so that a long run does not ask everything at once. */
async function askAgain(acknowledged: readonly Acknowledged[], faults: Faults): Promise<void> {
  for (let from = 0; from < acknowledged.length; from += AT_ONCE) {
    const slice = acknowledged.slice(from, from + AT_ONCE);
    await Promise.all(slice.map((one) => askOnceMore(one, faults)));
  }
}

async function askOnceMore(one: Acknowledged, faults: Faults): Promise<void> {
  if (one.reply.status >= 300) return;
  const { status, text } = await one.again();
  const what = `a repeated ${one.kind}`;
  faults.expect(status === one.reply.status, `${what} answers ${status} ${text.slice(0, 200)}`);
  if (!RECEIPTS.has(one.kind)) return;
  faults.expect(
    text === one.reply.text,
    `${what} answers ${text.slice(0, 300)}, before ${one.reply.text.slice(0, 300)}`,
  );
}
