import type { Transaction } from '../context.ts';
import type { Instant, Tenant } from '../tenancy/index.ts';

export interface Message {
  readonly id: string;
  /** International, +86…. */
  readonly phone: string;
  readonly text: string;
  /** The one-time code in the text, if it carries one. */
  readonly code: string | null;
  readonly sentAt: Instant;
}

/**
 * The port to whoever brings texts to phones. Inside the caller's transaction: an adapter of a real
 * gateway writes an outbox row there and sends after the commit.
 */
export interface Messaging {
  readonly kind: 'simulator' | 'none';
  send(tx: Transaction, tenant: Tenant, message: Message): Promise<void>;
}
