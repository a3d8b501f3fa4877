import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the storefront's bundle is asked for one page. */
export interface RenderInput {
  readonly path: string;
  readonly search: string;
  readonly base: string;
  readonly language: 'zh' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  readonly cookieHeader: string;
  readonly api: (request: Request) => Promise<Response>;
  /** Malls to point to where the address has none. */
  readonly malls: readonly MallSign[];
}

/** A mall that visitors of the host's bare address are shown. */
export interface MallSign {
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string | null;
}

export interface Rendered {
  readonly status: number;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The two things the storefront's server bundle exports. */
export interface Storefront {
  render(input: RenderInput): Promise<Rendered>;
  drawCover(category: string, seed: number): string | undefined;
}

/**
 * Loads the storefront's bundle once, when the first page is asked for.
 * @throws {Error} when there is no build, or one of another time.
 */
export function storefrontOf(distFolder: string): () => Promise<Storefront> {
  let loaded: Promise<Storefront> | undefined;
  return () => (loaded ??= loadStorefront(distFolder));
}

async function loadStorefront(distFolder: string): Promise<Storefront> {
  const file = join(distFolder, 'storefront/server/entry-server.js');
  if (!existsSync(file)) throw new Error('the pages are not built: node web/build/src/main.ts');
  const module: unknown = await import(pathToFileURL(file).href);
  if (!isStorefront(module)) throw new Error(`${file} is no storefront bundle`);
  return module;
}

function isStorefront(module: unknown): module is Storefront {
  return (
    typeof module === 'object' &&
    module !== null &&
    'render' in module &&
    typeof module.render === 'function' &&
    'drawCover' in module &&
    typeof module.drawCover === 'function'
  );
}
