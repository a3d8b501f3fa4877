import type { EconomyEvent } from '@tuodi/economy';
import type { Transaction } from '../../context.ts';
import { insertInbox } from '../store/inbox.ts';

/** An event of the house, with the business change that caused it. */
export interface SubmittedEvent {
  readonly sourceType: string;
  readonly sourceId: string;
  /** Business time. */
  readonly at: string;
  readonly event: EconomyEvent;
}

/**
 * Hands events to the economy in the caller's transaction: they happen if and only if it commits,
 * once per source, in this order.
 */
export function submitEconomyEvents(
  tx: Transaction,
  tenantId: number,
  events: readonly SubmittedEvent[],
): void {
  if (events.length === 0) return;
  insertInbox(
    tx,
    tenantId,
    events.map(({ sourceType, sourceId, at, event }) => ({
      source: { type: sourceType, id: sourceId },
      at,
      event,
    })),
  );
}

export function submitEconomyEvent(tx: Transaction, tenantId: number, event: SubmittedEvent): void {
  submitEconomyEvents(tx, tenantId, [event]);
}
