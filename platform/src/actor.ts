export type Role = 'member' | 'merchant' | 'operator';

/** Who acts, inside one tenant. */
export interface Actor {
  readonly tenantId: number;
  readonly member: bigint;
  /** International; null for a member without a person (imported, guest). */
  readonly phone: string | null;
  readonly roles: readonly Role[];
  /** The merchant this member acts for; null without that role. */
  readonly merchant: bigint | null;
}

/** The actor's name in event keys and idempotency scopes: `u:17`. */
export function actorKey(actor: Pick<Actor, 'member'>): string {
  return `u:${String(actor.member)}`;
}
