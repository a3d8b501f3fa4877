import { parseArgs } from 'node:util';
import type { Check } from './check.ts';
import { exactlyOnce } from './exactly-once.ts';
import { kills } from './kills/index.ts';
import { oversell } from './oversell.ts';
import { economy } from './twin.ts';

// npm run nightly [-- NAME … --kills N --seed S --events N]: one JSON line a check, exit 1 when one
// of them finds something wrong. Everything that is killed was started here, on 127.0.0.1.

const CHECKS: readonly Check[] = [exactlyOnce, oversell, kills, economy];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '20' },
    events: { type: 'string', default: '1400000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const options = {
  kills: wholeNumber('kills', values.kills),
  events: wholeNumber('events', values.events),
  seed: wholeNumber('seed', values.seed),
};
const unknown = positionals.filter((name) => CHECKS.every((check) => check.name !== name));
if (unknown.length > 0) {
  const lines = CHECKS.map(({ name, about }) => `  ${name.padEnd(14)} ${about}\n`);
  process.stderr.write(`unknown: ${unknown.join(' ')}; there are\n${lines.join('')}`);
  process.exit(2);
}
for (const check of CHECKS) {
  if (positionals.length > 0 && !positionals.includes(check.name)) continue;
  process.stderr.write(`nightly ${check.name}: ${check.about}\n`);
  const ok = await runOne(check);
  if (!ok) process.exitCode = 1;
}

async function runOne(check: Check): Promise<boolean> {
  const began = performance.now();
  const found = await check.run(options).catch((error: unknown) => ({
    facts: {},
    faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
  }));
  const ok = found.faults.length === 0;
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const { seed } = options;
  const row = { check: check.name, ok, seed, seconds, ...found.facts, faults: found.faults };
  process.stdout.write(`${JSON.stringify(row)}\n`);
  return ok;
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  process.stderr.write(`--${name} ${text}: a whole number, please\n`);
  return process.exit(2);
}
