import type { Context } from '../context.ts';
import type { Tenant } from '../tenancy/index.ts';
import type { Message, Messaging } from './messaging.ts';
import { insertMessage, loadMessages } from './store.ts';

/** "Sends" by keeping the message where the simulator's page can show it. */
export function simulatedMessaging(): Messaging {
  return {
    kind: 'simulator',
    send: (tx, tenant, message) => insertMessage(tx, tenant.id, message),
  };
}

/** A production installation without a gateway: nothing can be sent. */
export function noMessaging(): Messaging {
  return {
    kind: 'none',
    send: () => Promise.reject(new Error('no messaging gateway is configured')),
  };
}

/** What the simulator sent to a phone, newest first; null where there is no simulator. */
export async function simulatedMessages(
  context: Context,
  tenant: Tenant,
  phone: string,
): Promise<readonly Message[] | null> {
  if (context.messaging.kind !== 'simulator') return null;
  return context.transaction(tenant.id, (tx) => loadMessages(tx, tenant.id, phone));
}
