import { openLog } from '@tuodi/platform/observability';
import { openContext } from '@tuodi/platform/operator';
import { founding } from './founding.ts';
import { retail } from './retail/index.ts';

const [verb, ...words] = process.argv.slice(2);
if (verb !== 'founding' && verb !== 'retail') {
  process.stderr.write('usage: npm run demo -- founding | retail [--orders N] [--tenant SLUG] …\n');
  process.exit(2);
}
const context = await openContext({ log: openLog('warn') });
try {
  // Where the server runs it holds the leases and applies what we submit; else we do, day by day.
  await context.economy.start('on demand');
  process.exitCode = verb === 'founding' ? await founding(context) : await retail(context, words);
} finally {
  await context.close();
}
