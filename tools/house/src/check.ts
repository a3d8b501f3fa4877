import path from 'node:path';
import { runNode, seconds } from './run-node.ts';
import { planSteps } from './steps.ts';
import { readTree } from './tree.ts';

/** `npm run check [-- STEP …]`: types, lint, format, unused code and the rules of the house. */
const root = path.resolve(import.meta.dirname, '../../..');

async function main(patterns: readonly string[]): Promise<number> {
  const steps = planSteps(root, readTree(root)).filter(
    ({ name }) => patterns.length === 0 || patterns.some((pattern) => name.includes(pattern)),
  );
  if (steps.length === 0) {
    process.stderr.write(`no step is called ${patterns.join(' ')}\n`);
    return 1;
  }
  const width = Math.max(...steps.map(({ name }) => name.length));
  let failed = 0;
  for (const step of steps) {
    const start = performance.now();
    const { code, output } = await runNode({ ...step, cwd: root, output: 'kept' });
    const time = seconds(performance.now() - start);
    // A step that passes says nothing more: what is printed is what is to be mended.
    if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
    process.stdout.write(`${code === 0 ? 'pass' : 'FAIL'}  ${step.name.padEnd(width)}  ${time}\n`);
    failed += code === 0 ? 0 : 1;
  }
  process.stdout.write(failed === 0 ? 'check: clean\n' : `check: ${failed} steps failed\n`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
