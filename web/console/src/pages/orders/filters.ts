import type { OrderQuery, OrderState } from '@tuodi/web-client';

/** The states in the order in which an order walks through them. */
export const ORDER_STATES = [
  'awaiting_payment',
  'paid',
  'shipped',
  'return_window',
  'settling',
  'settled',
  'closed',
  'refunded',
] as const satisfies readonly OrderState[];

/** What the address of the list says: everything else about it is the default. */
export interface Filters {
  readonly state?: OrderState;
  readonly q?: string;
  readonly cursor?: string;
}

const PAGE = 20;

/** Reads the list's filters from its address; what it does not know it leaves out. */
export function readFilters(search: URLSearchParams): Filters {
  const state = ORDER_STATES.find((known) => known === search.get('state'));
  const q = search.get('q')?.trim() ?? '';
  const cursor = search.get('cursor') ?? '';
  return {
    ...(state === undefined ? {} : { state }),
    ...(q === '' ? {} : { q }),
    ...(cursor === '' ? {} : { cursor }),
  };
}

/** The address of the list (or of one order over it) with these filters. */
export function addressOf(filters: Filters, orderId?: string): string {
  const search = new URLSearchParams(Object.entries(filters)).toString();
  const path = orderId === undefined ? '/orders' : `/orders/${orderId}`;
  return search === '' ? path : `${path}?${search}`;
}

export function queryOf(filters: Filters): OrderQuery {
  return { ...filters, limit: PAGE };
}
