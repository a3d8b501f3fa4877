import { divideHalfUp, powerOfTen, writeFixed } from '@tuodi/amount';
import type { Context } from '@tuodi/platform';
import { seedFounding } from '@tuodi/platform/seeds';
import { printVerdict } from './verdict.ts';
import { Progress } from './progress.ts';

const SHOWN = new Set([1, 2, 3, 4, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);

/**
 * `demo founding`: the founding text's 100 orders of 100 yuan through the services, and the price
 * after them. Shown prices are rounded half up to four decimals, for display only.
 */
export async function founding(context: Context): Promise<number> {
  const progress = new Progress('founding', 100);
  const { tenant, rows } = await seedFounding(context, (done) => progress.at(done));
  progress.end();
  process.stdout.write('order  price after it\n');
  for (const { order, price } of rows) {
    if (!SHOWN.has(order)) continue;
    process.stdout.write(`${letterOf(order).padEnd(5)}  ${fourDecimals(price)}  (${price})\n`);
  }
  return printVerdict(context, tenant);
}

/** The founding text calls its first four orders A to D. */
function letterOf(order: number): string {
  return ['A', 'B', 'C', 'D'][order - 1] ?? String(order);
}

function fourDecimals(price: string): string {
  return writeFixed(divideHalfUp(BigInt(price.replace('.', '')), powerOfTen(8)), 4);
}
