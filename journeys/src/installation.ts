import assert from 'node:assert/strict';
import { readConfig } from '@tuodi/platform';
import { auditTenant } from '@tuodi/platform/audit';
import { openContext } from '@tuodi/platform/operator';
import type { OpenedContext } from '@tuodi/platform/operator';
import { findTenantBySlug, moveClock } from '@tuodi/platform/tenancy';
import type { Tenant } from '@tuodi/platform/tenancy';

/**
 * Joins the database of a running server, as a command of the operator does: for what has no
 * address over HTTP (a mall of one's own, a standing clock, the audit). Close it.
 */
export function joinInstallation(dataDir: string, wall?: () => string): Promise<OpenedContext> {
  const config = readConfig({ TUODI_DATA_DIR: dataDir, TUODI_LOG: 'silent' });
  return openContext({ config, ...(wall === undefined ? {} : { wall }) });
}

export async function tenantNamed(context: OpenedContext, slug: string): Promise<Tenant> {
  const tenant = await findTenantBySlug(context, slug);
  assert.ok(tenant !== null, `there is a mall ${slug}`);
  return tenant;
}

/** Log, journal, stock and refunds of a mall agree with each other, to the fen. */
export async function assertBooks(dataDir: string, slug: string): Promise<void> {
  const context = await joinInstallation(dataDir);
  try {
    const { id } = await tenantNamed(context, slug);
    await context.economy.drain(id);
    const findings = await auditTenant(context, id);
    assert.ok(findings.length > 0);
    for (const { check, differences } of findings) assert.deepEqual(differences, [], check);
  } finally {
    await context.close();
  }
}

/** Sets a standing clock; the server's own tick then does what became due. */
export async function passTimeUntil(
  dataDir: string,
  { slug, to }: { readonly slug: string; readonly to: string },
): Promise<void> {
  const context = await joinInstallation(dataDir);
  try {
    const { id } = await tenantNamed(context, slug);
    const moved = await moveClock(context, { tenantId: id, to });
    assert.ok(moved.ok, 'a standing clock goes forward');
  } finally {
    await context.close();
  }
}
