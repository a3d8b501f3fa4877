import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Context } from '@tuodi/platform';
import { generateOrders } from './generate.ts';
import { openRetail } from './open.ts';
import { planRetail } from './plan.ts';
import type { RetailPlan } from './plan.ts';
import { printReport } from './report.ts';
import { runRetail } from './run.ts';
import { ATTRIBUTION, readOrders, readReturns } from './source.ts';

const USAGE = 'npm run demo -- retail [--orders N] [--tenant SLUG] [--file F]';
const INTERRUPTED = 130;

/** `demo retail`: the real retail orders through the services; see docs/operating. */
export async function retail(context: Context, words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      orders: { type: 'string', default: '1000000000' },
      tenant: { type: 'string', default: 'retail' },
      file: { type: 'string' },
    },
  });
  const limit = Number(values.orders);
  if (!Number.isSafeInteger(limit) || limit < 1) {
    process.stderr.write(`--orders takes a whole number from 1; usage: ${USAGE}\n`);
    return 2;
  }
  const plan = readPlan(values.file, limit);
  if (plan === undefined) {
    process.stderr.write(`there is no file ${values.file ?? ''}\n`);
    return 2;
  }
  const tenant = await openRetail(context, values.tenant, plan);
  const stop = { asked: false };
  const ask = (): void => {
    stop.asked = true;
  };
  process.once('SIGINT', ask);
  process.once('SIGTERM', ask);
  const finished = await runRetail(context, tenant, plan, stop);
  if (!finished) {
    process.stderr.write('\ninterrupted; the same command goes on from here\n');
    return INTERRUPTED;
  }
  return printReport(context, tenant, plan);
}

/** The plan of the file, or of generated orders where there is none. undefined: no such file. */
function readPlan(wanted: string | undefined, limit: number): RetailPlan | undefined {
  const file = wanted === undefined ? usualFile() : path.resolve(callerFolder(), wanted);
  if (wanted !== undefined && (file === undefined || !existsSync(file))) return undefined;
  if (file === undefined) {
    process.stderr.write('the real retail data is not here; these orders are generated\n');
    return planRetail(generateOrders(Math.min(limit, 2_000)), [], limit);
  }
  process.stdout.write(`${ATTRIBUTION}\n`);
  const returns = path.join(path.dirname(file), 'refund_links.csv.gz');
  return planRetail(readOrders(file), existsSync(returns) ? readReturns(returns) : [], limit);
}

/** $TUODI_DATA, else the data folder beside the clone. */
function usualFile(): string | undefined {
  const clone = path.resolve(import.meta.dirname, '..', '..', '..', '..');
  const folder = process.env['TUODI_DATA'] ?? path.join(clone, '..', 'shared', 'data');
  const file = path.resolve(callerFolder(), folder, 'online_retail.csv.br');
  return existsSync(file) ? file : undefined;
}

function callerFolder(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}
