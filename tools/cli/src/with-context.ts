import type { Context } from '@tuodi/platform';
import { openLog } from '@tuodi/platform/observability';
import { openContext } from '@tuodi/platform/operator';
import { findTenantBySlug, listTenants } from '@tuodi/platform/tenancy';
import type { Tenant } from '@tuodi/platform/tenancy';

/** Runs a command on the installation's database, joined when the server runs, else started. */
export async function withContext<Result>(
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const context = await openContext({ log: openLog('warn') });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

/** The tenant of a slug, or all of them without one. @returns undefined for an unknown slug. */
export async function tenantsNamed(
  context: Context,
  slug: string | undefined,
): Promise<readonly Tenant[] | undefined> {
  if (slug === undefined) return listTenants(context);
  const tenant = await findTenantBySlug(context, slug);
  return tenant === null ? undefined : [tenant];
}
