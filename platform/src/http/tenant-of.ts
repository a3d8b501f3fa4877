import type { MiddlewareHandler } from 'hono';
import { findTenantByAddress } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import type { AppEnv } from './app-env.ts';
import { Problem } from './problem.ts';

const PREFIX = /^\/t\/([^/]+)(?=\/|$)/;
/** A tenant with a real clock changes rarely; one with a moved clock is read for each request. */
const KEPT_MS = 1000;
const KEPT_TENANTS = 10_000;

/** The slug in `/t/{slug}/…`, or null. */
export function slugOf(pathname: string): string | null {
  return PREFIX.exec(pathname)?.[1] ?? null;
}

/** The path without `/t/{slug}`: what routes are matched against. */
export function pathInTenant(pathname: string): string {
  const path = pathname.replace(PREFIX, '');
  return path === '' ? '/' : path;
}

/**
 * Finds the tenant: by Host in `tenant_domains`, else by the first path segments `/t/{slug}`.
 * Nothing in query or body names it.
 */
export function tenantMiddleware(): MiddlewareHandler<AppEnv> {
  const kept = new Map<string, { readonly tenant: Tenant; readonly until: number }>();
  return async (http, next) => {
    const { context } = http.var;
    const url = new URL(http.req.url);
    const slug = slugOf(url.pathname);
    const name = `${url.host} ${slug ?? ''}`;
    const known = kept.get(name);
    const tenant =
      known !== undefined && known.until > performance.now()
        ? known.tenant
        : await findTenantByAddress(context, { host: url.host, slug });
    if (tenant === null) throw new Problem('tenancy.not_found');
    if (tenant.clock.mode === 'real' && tenant !== known?.tenant) {
      if (kept.size >= KEPT_TENANTS) kept.clear();
      kept.set(name, { tenant, until: performance.now() + KEPT_MS });
    }
    http.set('tenant', tenant);
    await next();
  };
}
