import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { paths } from './paths.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Short names for the classes and keyframes of CSS modules: letters for the file, a number for the class in it
 * ("b4"). The same in both builds and from build to build. Measured: the styles weigh 0.6 kB less
 * after brotli than with names that say where they come from, a tenth of their budget.
 * @returns what Vite asks for as `css.modules.generateScopedName`.
 */
export function classNames(): (name: string, file: string, css: string) => string {
  const files = globSync('src/**/*.module.css', { cwd: paths.storefront }).toSorted();
  return (name, file, css) => {
    const at = files.indexOf(relative(paths.storefront, file.split('?')[0] ?? file));
    if (at === -1) throw new Error(`${file} is no module of the storefront`);
    const names = [...css.matchAll(/(?:\.|@keyframes )([a-zA-Z]\w*)/g)].map(([, found]) => found);
    const place = [...new Set(names)].indexOf(name);
    if (place === -1) throw new Error(`${file} has no ${name}`);
    return lettersOf(at) + String(place);
  };
}

function lettersOf(index: number): string {
  const high = Math.floor(index / LETTERS.length);
  const low = LETTERS.charAt(index % LETTERS.length);
  return high === 0 ? low : LETTERS.charAt(high - 1) + low;
}
