/**
 * One event as it is written in the log. Fields are unread: the contract fixes in which order they
 * are read and what each misspelling is called, so every verb reads its own. Numbers are integers
 * (bigint, from an integer token) or decimal strings.
 */
export interface EconomyEvent {
  readonly type: string;
  readonly id?: unknown;
  readonly order?: unknown;
  readonly user?: unknown;
  readonly merchant?: unknown;
  readonly referrer?: unknown;
  readonly amount?: unknown;
  readonly margin?: unknown;
  readonly c?: unknown;
  readonly points?: unknown;
  readonly cost?: unknown;
  readonly share_price?: unknown;
}

/** The order that an event names, which the caller must look up and pass in. */
export function orderIdOf(event: EconomyEvent): string | undefined {
  switch (event.type) {
    case 'order':
    case 'buy':
      return typeof event.id === 'string' ? event.id : undefined;
    case 'settle':
    case 'refund':
      return typeof event.order === 'string' ? event.order : undefined;
    default:
      return undefined;
  }
}

/** Why an event was refused, in the spelling of the log's contract. */
export type Reason =
  | 'BAD_EVENT'
  | 'DUPLICATE_ORDER'
  | 'BAD_NUMBER'
  | 'BAD_AMOUNT'
  | 'BAD_POINTS'
  | 'NO_MERCHANT'
  | 'SELF_REFERRAL'
  | 'NO_ACCOUNT'
  | 'NOT_ENOUGH_C'
  | 'NO_ORDER'
  | 'ORDER_NOT_OPEN'
  | 'ORDER_VOID'
  | 'REFUND_TOO_LARGE'
  | 'NOT_ENOUGH_POINTS'
  | 'MERCHANT_ONLY'
  | 'TREASURY_SHORT'
  | 'COST_ABOVE_VALUE'
  | 'NOT_ENOUGH_RESERVE'
  | 'NOTHING_CIRCULATES'
  | 'IPO_OPEN'
  | 'IPO_NOT_OPEN'
  | 'UNKNOWN_EVENT';

export interface EventRefusal {
  readonly code: Reason;
}
