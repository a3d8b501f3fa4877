import type { orders } from '@tuodi/wire';
import type { z } from 'zod';
import type { Order } from './order.ts';

type Entry = z.infer<typeof orders.TimelineEntry>;

/** What happened to an order, and what is known to come. */
export function timelineOf(order: Order, now: string): Entry[] {
  const happened: readonly (readonly [Entry['what'], string | null])[] = [
    ['placed', order.placedAt],
    ['paid', order.paidAt],
    ['shipped', order.shippedAt],
    ['received', order.receivedAt],
    ['window_ends', order.windowEndsAt],
    ['settled', order.settledAt ?? settlesAt(order)],
    ['closed', order.closedAt],
    ['refunded', order.refundedAt],
  ];
  return happened.flatMap(([what, at]) => {
    if (at === null || isOvertaken(what, order)) return [];
    return [{ what, at, future: Date.parse(at) > Date.parse(now) }];
  });
}

/** An order settles at the end of its window. */
function settlesAt(order: Order): string | null {
  return order.state === 'return_window' ? order.windowEndsAt : null;
}

/** The window of an order of which nothing is left ends nothing. */
function isOvertaken(what: Entry['what'], order: Order): boolean {
  return what === 'window_ends' && order.state === 'refunded' && order.settledAt === null;
}
