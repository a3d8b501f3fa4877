import type { Transaction } from '../context.ts';
import { insertRefund, loadRefunds } from './store.ts';
import type { Refund } from './store.ts';

export type { Refund } from './store.ts';

/** Writes down what was given back. The order is held by the caller. */
export function recordRefund(tx: Transaction, tenantId: number, refund: Refund): Promise<void> {
  return insertRefund(tx, tenantId, refund);
}

/** What was given back of an order, in the order of time. */
export function refundsOfOrder(
  tx: Transaction,
  tenantId: number,
  orderId: string,
): Promise<readonly Refund[]> {
  return loadRefunds(tx, tenantId, orderId);
}
