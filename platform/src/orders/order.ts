import type { Fen, GrowthUnits } from '@tuodi/amount';
import { derivedUuid } from '../random.ts';

export type OrderState =
  | 'awaiting_payment'
  | 'paid'
  | 'shipped'
  | 'return_window'
  | 'settling'
  | 'settled'
  | 'closed'
  | 'refunded';

/** What settlement gave, written by the economy's writer. */
export interface Earned {
  readonly contribution: Fen;
  readonly value: Fen;
  readonly points: GrowthUnits;
  readonly dividendShare: Fen;
  readonly platformShare: Fen;
  readonly merchantShare: Fen;
  readonly transferId: string | null;
}

export interface Order {
  readonly id: string;
  /** `YYYYMMDD-NNNNNN`, by the day on which it was placed. */
  readonly number: string;
  readonly checkoutId: string;
  readonly paymentId: string;
  readonly member: bigint;
  readonly merchant: bigint;
  readonly referrer: bigint | null;
  readonly state: OrderState;
  readonly amount: Fen;
  readonly margin: Fen;
  readonly refunded: Fen;
  readonly lineCount: number;
  readonly placedAt: string;
  readonly paidAt: string | null;
  readonly shippedAt: string | null;
  readonly receivedAt: string | null;
  readonly windowEndsAt: string | null;
  readonly settledAt: string | null;
  readonly closedAt: string | null;
  readonly refundedAt: string | null;
  readonly shipment: { readonly carrier: string; readonly tracking: string } | null;
  readonly earned: Earned | null;
}

/** A line with everything that was frozen at checkout. */
export interface OrderLine {
  readonly orderId: string;
  /** From 1, in the order of the checkout. */
  readonly position: number;
  readonly skuId: string;
  readonly quantity: bigint;
  readonly refundedQuantity: bigint;
  readonly price: Fen;
  /** null where the merchant is owed the rest after a share. */
  readonly supplyPrice: Fen | null;
  readonly amount: Fen;
  readonly margin: Fen;
}

/** Who may see and touch an order: its member, its merchant, or the operator of the mall. */
export interface Scope {
  readonly member?: bigint;
  readonly merchant?: bigint;
}

export function isInScope(order: Order, scope: Scope): boolean {
  if (scope.member !== undefined && order.member !== scope.member) return false;
  return scope.merchant === undefined || order.merchant === scope.merchant;
}

/** The public id of a line: derived, so that half a million lines need no index of their own. */
export function lineIdOf(orderId: string, position: number): string {
  return derivedUuid(orderId, 'order line', String(position));
}

export type OrderRefusal =
  | { readonly code: 'orders.unknown_order' }
  | { readonly code: 'orders.wrong_state'; readonly state: OrderState };
