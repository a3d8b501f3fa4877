/** Where this console stands: the prefix of its pages and of the tenant's API. */
export interface Address {
  /** "/t/general/console" or "/console". */
  readonly pages: string;
  /** "/t/general" or "" on a mapped host; the API is at `${api}/v1`. */
  readonly api: string;
}

/** Reads the prefix from the path of the page: a tenant's own host has none before `/console`. */
export function readAddress(pathname: string): Address {
  const tenant = /^\/t\/[^/]+(?=\/console(?:\/|$))/.exec(pathname)?.[0] ?? '';
  return { pages: `${tenant}/console`, api: tenant };
}
