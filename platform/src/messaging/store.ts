import type { Transaction } from '../postgres/index.ts';
import type { Message } from './messaging.ts';

export async function insertMessage(
  tx: Transaction,
  tenantId: number,
  message: Message,
): Promise<void> {
  await tx.run(
    `insert into messages (tenant_id, id, phone, text, code, sent_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [tenantId, message.id, message.phone, message.text, message.code, message.sentAt],
  );
}

/** The newest 50 messages to a phone, newest first. */
export function loadMessages(tx: Transaction, tenantId: number, phone: string): Promise<Message[]> {
  return tx.query<Message>(
    `select id, phone, text, code, sent_at as "sentAt"
     from messages
     where tenant_id = $1
       and phone = $2
     order by sent_at desc, id desc
     limit 50`,
    [tenantId, phone],
  );
}
