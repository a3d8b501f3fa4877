import type { Fen } from '@tuodi/amount';
import type { RetailLine, RetailOrder, RetailReturn } from './source.ts';

/** One thing that happens in the retail run. */
export type Act =
  | { readonly kind: 'order'; readonly at: string; readonly order: RetailOrder }
  | {
      readonly kind: 'refund';
      readonly at: string;
      readonly reference: string;
      readonly invoice: string;
      readonly lines: readonly { readonly position: number; readonly quantity: number }[];
    }
  | { readonly kind: 'close'; readonly day: string };

export interface RetailPlan {
  readonly acts: readonly Act[];
  readonly orders: readonly RetailOrder[];
  readonly firstDay: string;
  readonly lastDay: string;
  /** Returns of which nothing was left to refund. */
  readonly skipped: number;
}

/** An order of the plan, and how many pieces of each line can still go back. */
interface Sold {
  readonly order: RetailOrder;
  readonly left: number[];
}

/**
 * Everything that happens, in order of time: the first `limit` orders, the returns of theirs, and
 * the close of every calendar day from the first order's to the last one's. Pure: the same files
 * give the same acts, so a run that was interrupted knows what it has done.
 */
export function planRetail(
  orders: readonly RetailOrder[],
  returns: readonly RetailReturn[],
  limit: number,
): RetailPlan {
  const chosen = orders.slice(0, limit);
  const firstDay = dayOf(chosen[0]?.at ?? '');
  const lastDay = dayOf(chosen.at(-1)?.at ?? '');
  const sold = new Map<string, Sold>();
  const acts: Act[] = [];
  let skipped = 0;
  const events = merge(chosen, returns).filter((event) => dayOf(event.at) <= lastDay);
  let next = 0;
  for (const day of daysFrom(firstDay, lastDay)) {
    for (
      let event = events[next];
      event !== undefined && dayOf(event.at) <= day;
      event = events[next]
    ) {
      next += 1;
      if ('buyer' in event) {
        sold.set(event.invoice, { order: event, left: event.lines.map((line) => line.quantity) });
        acts.push({ kind: 'order', at: event.at, order: event });
        continue;
      }
      const original = sold.get(event.invoice);
      if (original === undefined) continue;
      const lines = takeBack(original, event);
      if (lines.length === 0) skipped += 1;
      else {
        const reference = `${event.cancellation} ${event.invoice}`;
        acts.push({ kind: 'refund', at: event.at, reference, invoice: event.invoice, lines });
      }
    }
    acts.push({ kind: 'close', day });
  }
  return { acts, orders: chosen, firstDay, lastDay, skipped };
}

/** Orders and returns by time; at the same second an order comes before a return. */
function merge(
  orders: readonly RetailOrder[],
  returns: readonly RetailReturn[],
): (RetailOrder | RetailReturn)[] {
  return [...orders, ...returns].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The pieces that a return takes of its order's lines of the same article, in file order. */
function takeBack(
  { order, left }: Sold,
  { articles }: RetailReturn,
): { position: number; quantity: number }[] {
  const taken = new Map<number, number>();
  for (const { stockCode, units } of articles) {
    let wanted = units;
    order.lines.forEach((line, index) => {
      if (line.stockCode !== stockCode || wanted <= 0) return;
      const quantity = Math.min(wanted, left[index] ?? 0);
      if (quantity === 0) return;
      left[index] = (left[index] ?? 0) - quantity;
      wanted -= quantity;
      taken.set(index + 1, (taken.get(index + 1) ?? 0) + quantity);
    });
  }
  return [...taken].map(([position, quantity]) => ({ position, quantity }));
}

/** A SKU of the retail tenant: an article at one price. */
export function skuReference({ stockCode, price }: { stockCode: string; price: Fen }): string {
  return `${stockCode} ${price}`;
}

/** Every SKU of some orders, by article, in the order of first sale. */
export function skusOf(orders: readonly RetailOrder[]): Map<string, Map<string, RetailLine>> {
  const articles = new Map<string, Map<string, RetailLine>>();
  for (const line of orders.flatMap((order) => order.lines)) {
    const skus = articles.get(line.stockCode) ?? new Map<string, RetailLine>();
    articles.set(line.stockCode, skus);
    if (!skus.has(skuReference(line))) skus.set(skuReference(line), line);
  }
  return articles;
}

function dayOf(at: string): string {
  return at.slice(0, 10);
}

/** Calendar days, both ends included. */
function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last && day !== '';) {
    days.push(day);
    day = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  }
  return days;
}
