import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { report, weighConsole, weighStorefront } from './budget.ts';
import { compressFolder } from './compress.ts';
import { buildConsole } from './console.ts';
import { paths } from './paths.ts';
import { builtHash, sourceHash } from './stamp.ts';
import { buildStorefront } from './storefront.ts';

/**
 * Builds the pages: `node web/build/src/main.ts [--if-changed]`. With the flag, a build that was
 * made of the same sources is kept. Fails where a part is over its budget.
 */
async function main(): Promise<number> {
  const started = performance.now();
  const hash = await sourceHash();
  if (process.argv.includes('--if-changed') && (await builtHash()) === hash) return 0;
  // A build that breaks off leaves no stamp, so that the next start builds again.
  await rm(paths.stamp, { force: true });
  await mkdir(paths.dist, { recursive: true });
  const weights = await weighStorefront(await buildStorefront());
  await compressFolder(paths.storefrontClient);
  if (existsSync(paths.consolePage)) {
    await buildConsole();
    weights.push(...(await weighConsole()));
    await compressFolder(paths.console);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const kept = report(weights, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`pages built in ${seconds} s\n`);
  await writeFile(paths.stamp, hash);
  // A start must not fail because a page grew by a byte; whoever builds by hand learns of it.
  return kept || process.argv.includes('--if-changed') ? 0 : 1;
}

process.exitCode = await main();
