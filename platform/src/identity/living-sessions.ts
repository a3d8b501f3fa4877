import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';

/** How long a session that was found alive is not asked for again. */
const KEPT_MS = 1000;
const MOST_KEPT = 10_000;

interface Living {
  readonly actor: Actor;
  readonly until: number;
}

const allLiving = new WeakMap<Context, Map<string, Living>>();

/**
 * The actor of a session that this process found alive within the last second. What another process
 * ends or expires is seen a second later; what this one changes, at once (`forgetLiving`).
 */
export function livingActor(
  context: Context,
  session: { readonly tenantId: number; readonly tokenHash: Buffer },
): Actor | null {
  const living = livingIn(context).get(nameOf(session));
  return living !== undefined && living.until > performance.now() ? living.actor : null;
}

export function keepLiving(
  context: Context,
  session: { readonly tokenHash: Buffer; readonly actor: Actor },
): void {
  const living = livingIn(context);
  if (living.size >= MOST_KEPT) living.clear();
  const { actor, tokenHash } = session;
  living.set(nameOf({ tenantId: actor.tenantId, tokenHash }), {
    actor,
    until: performance.now() + KEPT_MS,
  });
}

/** After a session ended or roles changed. */
export function forgetLiving(context: Context): void {
  livingIn(context).clear();
}

function livingIn(context: Context): Map<string, Living> {
  const known = allLiving.get(context);
  if (known !== undefined) return known;
  const made = new Map<string, Living>();
  allLiving.set(context, made);
  return made;
}

function nameOf(session: { readonly tenantId: number; readonly tokenHash: Buffer }): string {
  return `${String(session.tenantId)} ${session.tokenHash.toString('base64')}`;
}
