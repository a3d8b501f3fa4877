import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { generateSchema } from './schema.ts';

const target = fileURLToPath(new URL('../../../web/client/src/schema.ts', import.meta.url));

async function currentText(): Promise<string> {
  try {
    return await readFile(target, 'utf8');
  } catch {
    return '';
  }
}

/** Writes web/client's schema; with `--check` it only says whether the file is current. */
async function main(): Promise<number> {
  const wanted = await generateSchema();
  const found = await currentText();
  if (wanted === found) return 0;
  if (process.argv.includes('--check')) {
    process.stderr.write(
      'web/client/src/schema.ts is not current: node tools/openapi/src/main.ts\n',
    );
    return 1;
  }
  await writeFile(target, wanted);
  process.stdout.write('wrote web/client/src/schema.ts\n');
  return 0;
}

process.exitCode = await main();
