/** A page's address inside the mall: without the tenant's base path. */
export interface Place {
  /** "/orders/0190…" */
  readonly path: string;
  /** "?state=paid", or "". */
  readonly search: string;
}

/** Reads "/orders?state=paid". */
export function placeOf(address: string): Place {
  const at = address.indexOf('?');
  if (at === -1) return { path: address, search: '' };
  const search = address.slice(at);
  return { path: address.slice(0, at), search: search === '?' ? '' : search };
}

export function addressOf({ path, search }: Place): string {
  return path + search;
}

/** The place of an absolute path of this mall; undefined where it leads out of the mall. */
export function placeInside(base: string, location: { pathname: string; search: string }) {
  const { pathname, search } = location;
  if (pathname === base) return { path: '/', search };
  if (!pathname.startsWith(`${base}/`)) return undefined;
  return { path: pathname.slice(base.length), search };
}

/** Where to go after signing in: only a place of this mall, never another site. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/me';
}
