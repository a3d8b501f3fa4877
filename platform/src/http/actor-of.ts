import { getCookie } from 'hono/cookie';
import { actorKey } from '../actor.ts';
import type { Actor, Role } from '../actor.ts';
import type { Http } from './app-env.ts';
import { Problem, valueOf } from './problem.ts';

export const SESSION_COOKIE = 'tuodi_session';

/** Who is signed in. @throws {Problem} 401 without a session or with one that ended. */
export async function actorOf(http: Http): Promise<Actor> {
  const session = await http.var.session();
  if (session === null) throw new Problem('identity.not_signed_in');
  return valueOf(session);
}

/** Who is signed in, or null: for pages that also strangers see. */
export async function actorIfAny(http: Http): Promise<Actor | null> {
  const session = await http.var.session();
  return session?.ok === true ? session.value : null;
}

/** Who is signed in and has one of these roles. @throws {Problem} 401, or 403 without the role. */
export async function actorWithRole(http: Http, ...roles: readonly Role[]): Promise<Actor> {
  const actor = await actorOf(http);
  if (!roles.some((role) => actor.roles.includes(role))) throw new Problem('identity.role_missing');
  return actor;
}

/** The merchant the actor acts for. @throws {Problem} 401, or 403 for anybody else. */
export async function merchantOf(http: Http): Promise<Actor & { readonly merchant: bigint }> {
  const actor = await actorWithRole(http, 'merchant');
  if (actor.merchant === null) throw new Problem('identity.role_missing');
  return { ...actor, merchant: actor.merchant };
}

/** The token of a request: bearer first, else the cookie. */
export function tokenOf(http: Http): string | undefined {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(http.req.header('authorization') ?? '')?.[1];
  return bearer ?? getCookie(http, SESSION_COOKIE);
}

/** The acting side of an idempotency scope. */
export async function scopeActor(http: Http): Promise<string> {
  return actorKey(await actorOf(http));
}
