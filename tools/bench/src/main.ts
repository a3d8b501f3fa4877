import { cpus, totalmem } from 'node:os';
import { economyKernel } from './economy-kernel.ts';
import type { Bench } from './bench.ts';

const BENCHES: readonly Bench[] = [economyKernel];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => BENCHES.every((bench) => bench.name !== name));
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(' ')}; there are ${BENCHES.map((b) => b.name)}\n`);
  process.exit(2);
}
const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
for (const bench of BENCHES) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  for await (const figures of bench.run()) {
    process.stdout.write(`${JSON.stringify({ bench: bench.name, ...figures, machine })}\n`);
  }
}
