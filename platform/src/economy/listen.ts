import type { PoolClient } from 'pg';
import type { Context } from '../context.ts';
import { INBOX_CHANNEL } from './store/inbox.ts';

export interface Listener {
  close(): Promise<void>;
}

/**
 * Calls back with a tenant whenever a commit put events into its inbox. A connection that breaks is
 * opened again; what was missed meanwhile is found by the look at the inbox.
 */
export async function listenToInbox(
  context: Context,
  onTenant: (tenantId: number) => void,
): Promise<Listener> {
  let client: PoolClient | undefined;
  let closed = false;
  const open = async (): Promise<void> => {
    const opened = await context.pools.writer.connect();
    opened.on('notification', (message) => onTenant(Number(message.payload)));
    opened.on('error', (error) => {
      if (closed) return;
      context.log.warn({ err: error }, 'the listening connection broke');
      client = undefined;
      opened.release(error);
      setTimeout(() => void reopen(), 500).unref();
    });
    await opened.query(`listen ${INBOX_CHANNEL}`);
    client = opened;
  };
  const reopen = async (): Promise<void> => {
    if (closed) return;
    try {
      await open();
    } catch (error) {
      context.log.warn({ err: error }, 'the inbox cannot be listened to yet');
      setTimeout(() => void reopen(), 1_000).unref();
    }
  };
  await open();
  return {
    close: async () => {
      closed = true;
      const listening = client;
      client = undefined;
      if (listening === undefined) return;
      // Given back whole, so that the pool ends it in peace.
      await listening.query('unlisten *');
      listening.release();
    },
  };
}
