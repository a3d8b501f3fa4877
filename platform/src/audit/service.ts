import { accountName } from '@tuodi/ledger';
import type { Context, Transaction } from '../context.ts';
import { balancesOfAll } from '../ledger/index.ts';
import type { Economy } from '@tuodi/economy';
import { replayLog } from './replay.ts';
import {
  brokenStock,
  cashNotYetTold,
  cashOfOpenOrders,
  refundsDue,
  refusedEvents,
  strayTransfers,
} from './store.ts';

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
    const refused = await refusedEvents(tx, tenantId);
    const stray = await strayTransfers(tx, tenantId);
    const stock = await brokenStock(tx, tenantId);
    const due = await refundsDue(tx, tenantId);
    const escrow = await cashOfOpenOrders(tx, tenantId);
    const untold = await cashNotYetTold(tx, tenantId);
    return [
      finding(
        'replay of the log = accounts, pots, orders',
        `${replay.events} events`,
        replay.state,
      ),
      finding('sum of all balances = 0', `${books.size} accounts`, sumsToZero(books)),
      finding('pots = journal', '12 pots', comparePots(books, replay.economy)),
      finding('escrow = cash of open paid orders', `${escrow + untold} fen`, [
        ...differs('escrow', books.of('escrow'), escrow + untold),
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
  });
}

function finding(check: string, facts: string, differences: readonly string[]): Finding {
  return { check, facts, differences };
}

/** The journal's side: legs summed by account, and the balance rows of exact accounts. */
interface JournalBooks {
  readonly size: number;
  readonly legs: ReadonlyMap<bigint, { readonly asset: number; readonly balance: bigint }>;
  readonly rows: ReadonlyMap<bigint, bigint>;
  of(name: string): bigint;
}

async function readBooks(tx: Transaction, tenantId: number): Promise<JournalBooks> {
  const { legs, rows } = await balancesOfAll(tx, tenantId);
  const byName = new Map([...legs].map(([id, { balance }]) => [String(accountName(id)), balance]));
  return { size: legs.size, legs, rows, of: (name) => byName.get(name) ?? 0n };
}

function sumsToZero(books: JournalBooks): string[] {
  const sums = new Map<number, bigint>();
  for (const { asset, balance } of books.legs.values()) {
    sums.set(asset, (sums.get(asset) ?? 0n) + balance);
  }
  return [...sums].flatMap(([asset, sum]) => (sum === 0n ? [] : [`asset ${asset}: ${sum}`]));
}

function comparePots(books: JournalBooks, economy: Economy): string[] {
  const pots: readonly (readonly [string, bigint])[] = [
    ['reserve', economy.reserve],
    ['dividend_open', economy.dividendOpen],
    ['dividend_owed', economy.dividendOwed],
    ['constant_backing', economy.constantBacking],
    ['stability', economy.stability],
    ['platform_income', economy.platform],
    ['growth_issued', -economy.issued],
    ['growth_burned', economy.burned],
    ['growth_treasury', economy.treasury],
    ['growth_genesis', economy.policy.genesisPoints],
    ['constant_issued', -economy.constantBacking],
    ['constant_locked', economy.constantLocked],
  ];
  return pots.flatMap(([name, wanted]) => differs(name, books.of(name), wanted));
}

function compareRows(books: JournalBooks): string[] {
  return [...books.rows].flatMap(([id, balance]) =>
    differs(accountName(id), books.legs.get(id)?.balance ?? 0n, balance),
  );
}

/** Points and constant points of every holder, and cash that no row guards. */
function compareHolders(books: JournalBooks, economy: Economy): string[] {
  return [...economy.accounts.values()].flatMap((account) => {
    if (account.kind === 'genesis') return [];
    const family = account.kind === 'member' ? 'member' : 'merchant';
    const name = `${family}:${account.key.slice(2)}`;
    return [
      ...differs(`${name}:growth`, books.of(`${name}:growth`), account.points),
      ...differs(`${name}:constant`, books.of(`${name}:constant`), account.constant),
    ];
  });
}

function differs(name: string, found: bigint, wanted: bigint): string[] {
  return found === wanted ? [] : [`${name}: journal ${found}, books ${wanted}`];
}
