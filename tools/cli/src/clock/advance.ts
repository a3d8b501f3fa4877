import { parseArgs } from 'node:util';
import { advanceClock } from '@tuodi/platform/jobs';
import { deliverInProcess } from '@tuodi/platform/orders';
import { addDays, dayOf, startOfDay } from '@tuodi/platform/tenancy';
import { UsageError } from '../usage.ts';
import { tenantsNamed, withContext } from '../with-context.ts';

const USAGE = 'tuodi clock advance --tenant SLUG --days N';

/**
 * `tuodi clock advance`: moves the standing clock of a demo tenant to the beginning of the N-th day
 * from its own today, doing at every midnight on the way what is due there.
 */
export async function clock(words: readonly string[]): Promise<number> {
  const { slug, days } = readWords(words);
  return withContext(async (context) => {
    const [tenant] = (await tenantsNamed(context, slug)) ?? [];
    if (tenant === undefined) {
      process.stderr.write(`there is no tenant ${slug}\n`);
      return 2;
    }
    await context.economy.start('on demand');
    const today = dayOf(context.clock.now(tenant), tenant.zone);
    const to = startOfDay(addDays(today, days), tenant.zone);
    const moved = await advanceClock(context, tenant, {
      to,
      deliver: deliverInProcess(context),
    });
    if (!moved.ok) {
      process.stderr.write(`${slug}: ${moved.refusal.code}\n`);
      return 1;
    }
    process.stdout.write(`${slug}: it is ${context.clock.now(moved.value)} now\n`);
    return 0;
  });
}

function readWords(words: readonly string[]): { readonly slug: string; readonly days: number } {
  const [verb, ...rest] = words;
  if (verb !== 'advance') throw new UsageError(USAGE);
  const { values } = parseArgs({
    args: rest,
    options: { tenant: { type: 'string' }, days: { type: 'string', default: '1' } },
    strict: false,
  });
  const days = Number(values.days);
  if (typeof values.tenant !== 'string' || !Number.isInteger(days) || days < 1 || days > 3_660) {
    throw new UsageError(USAGE);
  }
  return { slug: values.tenant, days };
}
