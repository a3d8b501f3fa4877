import type { Context, Transaction } from '../context.ts';
import { dayOf, nextNumbers } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';

interface Wanted {
  /** When the orders are placed. */
  readonly at: string;
  readonly count: number;
}

/**
 * Numbers `YYYYMMDD-NNNNNN` for orders, counted per local day without gaps: the counter's row stays
 * locked until the commit. For runs that must number alike every time.
 */
export async function countedNumbers(
  tx: Transaction,
  tenant: Tenant,
  { at, count }: Wanted,
): Promise<readonly string[]> {
  const day = dayOf(at, tenant.zone);
  return numbersFrom(day, await nextNumbers(tx, tenant.id, { name: counterOf(day), count }), count);
}

/**
 * Sees to it that this process has numbers at hand, before a transaction that will place orders is
 * begun: in it, nobody should wait for the counter's row.
 */
export async function prepareNumbers(context: Context, tenant: Tenant): Promise<void> {
  const stock = stockOf(context, tenant.id, dayOf(context.clock.now(tenant), tenant.zone));
  const left = leftIn(stock);
  if (left < BLOCK) refill(context, tenant, stock);
  if (left < ENOUGH) await stock.refilling;
}

/**
 * The same from blocks that this process has taken before, so that no checkout waits for the commit
 * of another: with the counter alone a tenant could place no more orders a second than the disk
 * syncs. What is left of a block when the process ends is a gap.
 */
export async function blockNumbers(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  wanted: Wanted,
): Promise<readonly string[]> {
  const day = dayOf(wanted.at, tenant.zone);
  const stock = stockOf(context, tenant.id, day);
  const count = BigInt(wanted.count);
  while (stock.blocks[0] !== undefined && sizeOf(stock.blocks[0]) < count) stock.blocks.shift();
  if (leftIn(stock) < BLOCK) refill(context, tenant, stock);
  const [block] = stock.blocks;
  if (block === undefined) {
    const counted = await nextNumbers(tx, tenant.id, { name: counterOf(day), count: wanted.count });
    return give(stock, { first: counted, count });
  }
  block.next += count;
  return give(stock, { first: block.next - count, count });
}

const BLOCK = 64n;
/** With fewer at hand, orders placed at the same moment might not all get one. */
const ENOUGH = 32n;

interface Block {
  next: bigint;
  readonly end: bigint;
}

/** The numbers of a day that this process may give, in rising order. */
interface Stock {
  readonly day: string;
  readonly blocks: Block[];
  refilling: Promise<void> | null;
  /** The last number that this process gave. */
  highest: bigint;
}

/** One stock per tenant and process: that of the day on which it last sold something. */
const allStocks = new WeakMap<Context, Map<number, Stock>>();

function stockOf(context: Context, tenantId: number, day: string): Stock {
  const stocks = allStocks.get(context) ?? new Map<number, Stock>();
  allStocks.set(context, stocks);
  const known = stocks.get(tenantId);
  if (known?.day === day) return known;
  const fresh = { day, blocks: [], refilling: null, highest: 0n };
  stocks.set(tenantId, fresh);
  return fresh;
}

function sizeOf(block: Block): bigint {
  return block.end - block.next;
}

function leftIn(stock: Stock): bigint {
  return stock.blocks.reduce((sum, block) => sum + sizeOf(block), 0n);
}

function give(stock: Stock, given: { first: bigint; count: bigint }): readonly string[] {
  stock.highest = given.first + given.count - 1n;
  return numbersFrom(stock.day, given.first, Number(given.count));
}

/** Takes the next block in a transaction of its own. */
function refill(context: Context, tenant: Tenant, stock: Stock): void {
  stock.refilling ??= context
    .transaction(tenant.id, (tx) =>
      nextNumbers(tx, tenant.id, { name: counterOf(stock.day), count: Number(BLOCK) }),
    )
    .then((first) => {
      // A block below a number that was given meanwhile is left as a gap: numbers rise with time.
      if (first > stock.highest) stock.blocks.push({ next: first, end: first + BLOCK });
    })
    .catch((error: unknown) => {
      context.log.warn({ err: error, tenantId: tenant.id }, 'no block of order numbers was taken');
    })
    .finally(() => {
      stock.refilling = null;
    });
}

function counterOf(day: string): string {
  return `orders ${day.replaceAll('-', '')}`;
}

function numbersFrom(day: string, first: bigint, count: number): readonly string[] {
  const compact = day.replaceAll('-', '');
  return Array.from(
    { length: count },
    (_, index) => `${compact}-${String(first + BigInt(index)).padStart(6, '0')}`,
  );
}
