import { cpus, loadavg, totalmem } from 'node:os';
import type { Bench } from './bench.ts';
import { checkout } from './checkout.ts';
import { coldStart } from './cold-start.ts';
import { economyKernel } from './economy-kernel/index.ts';
import { economyWriter } from './economy-writer.ts';
import { memory } from './memory.ts';

// npm run bench [-- NAME …]: JSON lines, one row of figures each, with the machine they are from.

const BENCHES: readonly Bench[] = [economyKernel, economyWriter, checkout, memory, coldStart];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => BENCHES.every((bench) => bench.name !== name));
if (unknown.length > 0) {
  const lines = BENCHES.map(({ name, about }) => `  ${name.padEnd(16)} ${about}\n`);
  process.stderr.write(`unknown: ${unknown.join(' ')}; there are\n${lines.join('')}`);
  process.exit(2);
}
const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform} ${process.arch}`,
};
const versions = { node: process.version, v8: process.versions.v8 };
for (const bench of BENCHES) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  process.stderr.write(`bench ${bench.name}: ${bench.about}\n`);
  for await (const figures of bench.run()) {
    // Above the number of cores, somebody else was using the machine while it was measured.
    const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
    const row = { bench: bench.name, ...figures, load, machine, versions };
    process.stdout.write(`${JSON.stringify(row)}\n`);
  }
}
