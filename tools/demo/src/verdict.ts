import type { Context } from '@tuodi/platform';
import { auditTenant } from '@tuodi/platform/audit';
import type { Tenant } from '@tuodi/platform/tenancy';

const SHOWN = 5;

/** Audits a tenant and prints the verdict; each difference is a line. @returns the exit code. */
export async function printVerdict(context: Context, tenant: Tenant): Promise<number> {
  const findings = await auditTenant(context, tenant.id);
  const broken = findings.filter((finding) => finding.differences.length > 0);
  for (const { check, differences } of broken) {
    process.stdout.write(`${check}: ${differences.length} differences\n`);
    for (const one of differences.slice(0, SHOWN)) process.stdout.write(`  ${one}\n`);
  }
  if (broken.length === 0) {
    process.stdout.write(`audit of ${tenant.slug}: books balanced (${findings.length} checks)\n`);
    return 0;
  }
  return 1;
}
