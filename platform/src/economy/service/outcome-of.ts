import type { Transaction } from '../../context.ts';
import type { Source } from '../entry.ts';
import { readOutcome } from '../outcome.ts';
import type { EventOutcome } from '../outcome.ts';
import { loadOutcome } from '../store/inbox.ts';

/** What a source's event came to, or null while it has not been applied. */
export async function outcomeOf(
  tx: Transaction,
  tenantId: number,
  source: Source,
): Promise<EventOutcome | null> {
  const stored = await loadOutcome(tx, tenantId, source);
  return stored === null ? null : readOutcome(stored.outcome);
}
