import type { Context, Transaction } from '../context.ts';
import {
  compareGateways,
  compareHolders,
  compareLegs,
  compareMemberCash,
  comparePots,
  compareRows,
  differs,
  readBooks,
  sumsToZero,
} from './accounts.ts';
import type { JournalBooks } from './accounts.ts';
import { replayLog } from './replay.ts';
import type { ReplayFindings } from './replay.ts';
import {
  brokenStock,
  cashNotYetTold,
  cashOfOpenOrders,
  refundsDue,
  refusedEvents,
  strayTransfers,
} from './store/books.ts';
import { brokenLines, brokenOrders, stuckWork } from './store/orders.ts';
import type { Difference } from './store/orders.ts';
import { brokenPayments, brokenPaymentTransfers, cashAtGateways } from './store/payments.ts';

/** One line of an audit: what was compared, and what differs (nothing, if the books are right). */
export interface Finding {
  readonly check: string;
  readonly facts: string;
  readonly differences: readonly string[];
}

/** Audits one tenant in one snapshot of its tables. */
export function auditTenant(context: Context, tenantId: number): Promise<readonly Finding[]> {
  return context.snapshot(tenantId, async (tx) => {
    const replay = await replayLog(tx, tenantId);
    const books = await readBooks(tx, tenantId);
    return [
      ...(await auditEconomy(tx, tenantId, { replay, books })),
      ...retoldByTables(replay, books),
      ...(await auditShop(tx, tenantId, { replay, books })),
    ];
  });
}

interface Sides {
  readonly replay: ReplayFindings;
  readonly books: JournalBooks;
}

async function auditEconomy(
  tx: Transaction,
  tenantId: number,
  { replay, books }: Sides,
): Promise<Finding[]> {
  const refused = await refusedEvents(tx, tenantId);
  const stray = await strayTransfers(tx, tenantId);
  const stock = await brokenStock(tx, tenantId);
  const due = await refundsDue(tx, tenantId);
  const open = await cashOfOpenOrders(tx, tenantId);
  const escrow = open + (await cashNotYetTold(tx, tenantId));
  return [
    finding('replay of the log = accounts, pots, orders', `${replay.events} events`, replay.state),
    finding('sum of all balances = 0', `${books.size} accounts`, sumsToZero(books)),
    finding('pots = journal', '12 pots', comparePots(books, replay.economy)),
    finding('escrow = cash of open paid orders', `${escrow} fen`, [
      ...differs('escrow', books.of('escrow'), escrow),
    ]),
    finding('balances and members = their legs', `${books.rows.size} rows`, [
      ...compareRows(books),
      ...compareHolders(books, replay.economy),
    ]),
    finding('log gapless, chain recomputed', `${replay.events} entries`, [
      ...replay.chain,
      ...refused.map((one) => `refused: ${one.source_type} ${one.source_id}`),
    ]),
    finding('one transfer per event', `${replay.events} events`, [
      ...replay.transfers,
      ...stray.map((one) => `transfer ${one.id} (${one.kind}) belongs to no event`),
    ]),
    finding(
      'stock: on hand = available + reserved',
      '',
      stock.map(
        (row) =>
          `sku ${row.sku_id}: ${row.on_hand} on hand, ${row.available} available, ${row.reserved} reserved, ${row.held} held`,
      ),
    ),
    finding('refund_due = refunds not yet confirmed', `${due} fen`, [
      ...differs('refund_due', books.of('refund_due'), due),
    ]),
  ];
}

/** Tables that retell what the log says, and accounts that only its events may touch. */
function retoldByTables(
  { events, retold, economy, legs }: ReplayFindings,
  books: JournalBooks,
): Finding[] {
  return [
    finding(
      'every account = legs of the replay',
      `${books.size} accounts`,
      compareLegs(books, legs),
    ),
    finding('cash of members = what the economy paid', `${economy.accounts.size} holders`, [
      ...compareMemberCash(books, economy),
    ]),
    finding('outcomes = replay', `${events} events`, retold.outcomes),
    finding('histories of accounts = replay', `${events} events`, retold.activity),
    finding('closed days = replay', `${events} events`, retold.days),
  ];
}

/** What the shop's own tables say, against log and journal. */
async function auditShop(
  tx: Transaction,
  tenantId: number,
  { replay, books }: Sides,
): Promise<Finding[]> {
  const orders = await brokenOrders(tx, tenantId);
  const lines = await brokenLines(tx, tenantId);
  const transfers = await brokenPaymentTransfers(tx, tenantId);
  const payments = await brokenPayments(tx, tenantId);
  const stuck = await stuckWork(tx, tenantId);
  const gateways = await cashAtGateways(tx, tenantId);
  return [
    finding('gateways = receipts and refunds, each with its transfer', '', [
      ...compareGateways(books, gateways),
      ...sentences([...transfers, ...payments]),
    ]),
    finding('orders = orders of the economy', '', [...sentences(orders), ...replay.retold.orders]),
    finding('order = sum of its lines, refunds = pieces given back', '', sentences(lines)),
    finding('what is under way waits in the inbox', '', sentences(stuck)),
  ];
}

function sentences(found: readonly Difference[]): string[] {
  return found.map(({ id, why }) => `${id}: ${why}`);
}

function finding(check: string, facts: string, differences: readonly string[]): Finding {
  return { check, facts, differences };
}
