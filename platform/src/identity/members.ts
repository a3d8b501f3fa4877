import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Actor, Role } from '../actor.ts';
import type { Context, Transaction } from '../context.ts';
import { nextNumber } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { forgetLiving } from './living-sessions.ts';
import { internationalPhone } from './phone.ts';
import {
  insertMembership,
  membershipOfMember,
  membershipOfPerson,
  membershipOfReference,
  personOf,
  updateRoles,
} from './store.ts';
import type { Membership } from './store.ts';

export type { Membership } from './store.ts';

export interface EnrolMember {
  /** Somebody who can sign in. */
  readonly phone?: string;
  /** The name in the source of an import; unique in the tenant. */
  readonly externalReference?: string;
  /** Roles besides `member`; `merchant` comes with the merchant's number. */
  readonly roles?: readonly Role[];
  /** The merchant they act for. */
  readonly merchant?: bigint;
}

/**
 * Makes a member, or finds the one of that phone or reference and gives the further roles. The
 * operator's way in; people come in by `signIn`.
 */
export async function enrol(context: Context, tenant: Tenant, input: EnrolMember): Promise<Actor> {
  const actor = await context.transaction(tenant.id, async (tx) => {
    const membership =
      input.phone === undefined
        ? await memberOfReference(context, tx, tenant, input.externalReference ?? '')
        : await memberOfPhone(context, tx, tenant, internationalPhone(input.phone));
    const roles = new Set<Role>([...membership.roles, ...(input.roles ?? [])]);
    if (input.merchant !== undefined) roles.add('merchant');
    const merchant = input.merchant ?? membership.merchant;
    const changed = { ...membership, roles: [...roles], merchant };
    await updateRoles(tx, tenant.id, changed);
    return actorFrom(tenant.id, changed);
  });
  forgetLiving(context);
  return actor;
}

/**
 * The member of a phone (international form), made with the next member number when there is none,
 * in the caller's transaction.
 */
export async function memberOfPhone(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  phone: string,
): Promise<Membership> {
  const at = context.clock.wall();
  const personId = await personOf(tx, { id: context.random.uuid(), phone, at });
  const known = await membershipOfPerson(tx, tenant.id, personId);
  if (known !== null) return known;
  return join(context, tx, tenant, { personId, phone, externalReference: null });
}

/** The member of an import's reference, made when there is none, in the caller's transaction. */
export async function memberOfReference(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  externalReference: string,
): Promise<Membership> {
  const known = await membershipOfReference(tx, tenant.id, externalReference);
  if (known !== null) return known;
  return join(context, tx, tenant, { personId: null, phone: null, externalReference });
}

/** A member by number. */
export function findMember(
  context: Context,
  tenantId: number,
  member: bigint,
): Promise<Outcome<Actor, { readonly code: 'identity.no_member' }>> {
  return context.transaction(tenantId, async (tx) => {
    const membership = await membershipOfMember(tx, tenantId, member);
    if (membership === null) return refuse({ code: 'identity.no_member' });
    return done(actorFrom(tenantId, membership));
  });
}

export function actorFrom(tenantId: number, membership: Membership): Actor {
  const { member, phone, roles, merchant } = membership;
  return { tenantId, member, phone, roles, merchant };
}

async function join(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  who: Pick<Membership, 'personId' | 'phone' | 'externalReference'>,
): Promise<Membership> {
  const member = await nextNumber(tx, tenant.id, 'member');
  const membership: Membership = { ...who, member, roles: ['member'], merchant: null };
  const at = context.clock.now(tenant);
  await insertMembership(tx, tenant.id, { ...membership, at });
  return membership;
}
