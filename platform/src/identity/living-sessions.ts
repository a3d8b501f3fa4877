import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';

/** How long a session that was found alive is not asked for again. */
const KEPT_MS = 5000;
const MOST_KEPT = 10_000;

/** Sessions that this process found alive a moment ago. */
export interface LivingSessions {
  /** The actor of a session that was found within the last five seconds of wall time, else null. */
  actorOf(session: SessionName): Actor | null;
  keep(session: SessionName, actor: Actor): void;
}

interface SessionName {
  readonly tenantId: number;
  readonly tokenHash: Buffer;
}

const allLiving = new WeakMap<Context, LivingSessions>();

/**
 * What another process ends, or what expires, is seen five seconds later; what this one changes, at once
 * (`forgetLiving`). Whoever asks the database asks for this first and keeps the answer in it: then
 * an answer that was under way while somebody signed out is kept where nobody looks any more.
 */
export function livingSessions(context: Context): LivingSessions {
  const known = allLiving.get(context);
  if (known !== undefined) return known;
  const made = openLiving(context);
  allLiving.set(context, made);
  return made;
}

/** After a session ended or roles changed. */
export function forgetLiving(context: Context): void {
  allLiving.delete(context);
}

function openLiving(context: Context): LivingSessions {
  const living = new Map<string, { readonly actor: Actor; readonly foundAt: number }>();
  const now = (): number => Date.parse(context.clock.wall());
  return {
    actorOf(session) {
      const found = living.get(nameOf(session));
      if (found === undefined) return null;
      const age = now() - found.foundAt;
      return age >= 0 && age < KEPT_MS ? found.actor : null;
    },
    keep(session, actor) {
      if (living.size >= MOST_KEPT) living.clear();
      living.set(nameOf(session), { actor, foundAt: now() });
    },
  };
}

function nameOf({ tenantId, tokenHash }: SessionName): string {
  return `${String(tenantId)} ${tokenHash.toString('base64')}`;
}
