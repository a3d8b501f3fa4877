import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotli } from './compress.ts';
import { paths } from './paths.ts';
import type { StorefrontAssets } from './storefront.ts';

/** What a part of the build weighs, in bytes after brotli, and what it may. */
export interface Weight {
  readonly what: string;
  readonly bytes: number;
  readonly most: number;
}

const KB = 1000;
const MOST = { script: 25 * KB, styles: 6 * KB, dictionary: 8 * KB };
const CONSOLE_MOST = { script: 240 * KB, styles: 45 * KB };

/** Weighs every first page of the storefront: its script, the styles, each dictionary. */
export async function weighStorefront(assets: StorefrontAssets): Promise<Weight[]> {
  const weights: Weight[] = [
    { what: 'storefront styles', bytes: brotli(Buffer.from(assets.css)).length, most: MOST.styles },
  ];
  for (const language of ['zh', 'en'] as const) {
    const [file] = assets.dictionaries[language];
    const bytes = await weigh(file === undefined ? [] : [file]);
    weights.push({ what: `storefront dictionary ${language}`, bytes, most: MOST.dictionary });
  }
  for (const [page, pieces] of Object.entries(assets.pages)) {
    const bytes = await weigh([...new Set([...assets.common, ...pieces])]);
    weights.push({ what: `storefront script of ${page}`, bytes, most: MOST.script });
  }
  return weights;
}

async function weigh(addresses: readonly string[]): Promise<number> {
  let total = 0;
  for (const address of addresses) {
    const bytes = await readFile(join(paths.storefrontClient, basename(address)));
    total += brotli(bytes).length;
  }
  return total;
}

/** Weighs what the console's index.html asks for at once. */
export async function weighConsole(): Promise<Weight[]> {
  const html = await readFile(join(paths.console, 'index.html'), 'utf8');
  const scripts = html.matchAll(/(?:src|href)="\/assets\/console\/([^"]+\.js)"/g);
  const styles = html.matchAll(/href="\/assets\/console\/([^"]+\.css)"/g);
  const sum = async (files: Iterable<RegExpExecArray>) => {
    let total = 0;
    for (const [, file = ''] of files) {
      total += brotli(await readFile(join(paths.console, file))).length;
    }
    return total;
  };
  return [
    { what: 'console first script', bytes: await sum(scripts), most: CONSOLE_MOST.script },
    { what: 'console first styles', bytes: await sum(styles), most: CONSOLE_MOST.styles },
  ];
}

/** One line a weight, the heaviest part marked where it is over. @returns whether all keep to it. */
export function report(weights: readonly Weight[], write: (line: string) => void): boolean {
  for (const { what, bytes, most } of weights) {
    const mark = bytes > most ? '  OVER ITS BUDGET' : '';
    write(`${what.padEnd(40)} ${kb(bytes).padStart(8)} of ${kb(most)}${mark}`);
  }
  return weights.every(({ bytes, most }) => bytes <= most);
}

function kb(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} kB`;
}
