import { auditTenant } from '@tuodi/platform/audit';
import { readTenantFlag } from '../flags.ts';
import { UsageError } from '../usage.ts';
import { tenantsNamed, withContext } from '../with-context.ts';

const USAGE = 'tuodi audit [--tenant SLUG]';
const SHOWN = 10;

/** `tuodi audit`: one line per comparison; exit 1 on any difference. */
export async function audit(words: readonly string[]): Promise<number> {
  const { tenant, rest } = readTenantFlag(words, USAGE);
  if (rest.length > 0) throw new UsageError(USAGE);
  return withContext(async (context) => {
    const tenants = await tenantsNamed(context, tenant);
    if (tenants === undefined) {
      process.stderr.write(`there is no tenant ${tenant}\n`);
      return 2;
    }
    let broken = 0;
    for (const { id, slug } of tenants) {
      for (const { check, facts, differences } of await auditTenant(context, id)) {
        const verdict = differences.length === 0 ? 'ok' : `${differences.length} DIFFERENCES`;
        process.stdout.write(`${slug}: ${check}: ${verdict}${facts === '' ? '' : ` (${facts})`}\n`);
        for (const one of differences.slice(0, SHOWN)) process.stdout.write(`  ${one}\n`);
        broken += differences.length;
      }
    }
    process.stdout.write(broken === 0 ? 'books balanced\n' : `${broken} differences\n`);
    return broken === 0 ? 0 : 1;
  });
}
