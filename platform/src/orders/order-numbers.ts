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
 * The same from a block that this process has taken before, so that no checkout waits for the
 * commit of another: with the counter alone a tenant could place no more orders a second than the
 * disk syncs. What is left of a block when the process ends is a gap.
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
  if (stock.block.end - stock.block.next < count) {
    const { spare } = stock;
    stock.spare = null;
    if (spare !== null && spare.next > stock.highest) stock.block = spare;
  }
  if (stock.spare === null) refill(context, tenant, stock);
  const first = stock.block.next;
  if (first + count > stock.block.end) {
    const counted = await nextNumbers(tx, tenant.id, { name: counterOf(day), count: wanted.count });
    stock.highest = counted + count - 1n;
    return numbersFrom(day, counted, wanted.count);
  }
  stock.block.next += count;
  stock.highest = first + count - 1n;
  return numbersFrom(day, first, wanted.count);
}

const BLOCK = 64;

interface Block {
  next: bigint;
  readonly end: bigint;
}

/** The block in use and the one after it. */
interface Stock {
  readonly day: string;
  block: Block;
  spare: Block | null;
  refilling: boolean;
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
  const fresh = { day, block: { next: 0n, end: 0n }, spare: null, refilling: false, highest: 0n };
  stocks.set(tenantId, fresh);
  return fresh;
}

/** Takes the next block in a transaction of its own; nobody waits for it. */
function refill(context: Context, tenant: Tenant, stock: Stock): void {
  if (stock.refilling) return;
  stock.refilling = true;
  context
    .transaction(tenant.id, (tx) =>
      nextNumbers(tx, tenant.id, { name: counterOf(stock.day), count: BLOCK }),
    )
    .then((first) => {
      // A block below a number that was given meanwhile is left as a gap: numbers rise with time.
      if (first > stock.highest) stock.spare = { next: first, end: first + BigInt(BLOCK) };
    })
    .catch((error: unknown) => {
      context.log.warn({ err: error, tenantId: tenant.id }, 'no block of order numbers was taken');
    })
    .finally(() => {
      stock.refilling = false;
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
