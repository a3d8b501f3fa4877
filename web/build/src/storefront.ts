import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import type { InlineConfig, Manifest } from 'vite';
import { classNames } from './class-names.ts';
import { paths } from './paths.ts';

/** Where the storefront's files are served from, the same for every tenant. */
const ASSETS = '/assets/storefront/';
const ENTRY = 'src/entry-client.tsx';

const shared = {
  root: paths.storefront,
  base: ASSETS,
  configFile: false,
  logLevel: 'warn',
  css: { modules: { generateScopedName: classNames() } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const satisfies InlineConfig;

/** What src/assets.ts of the storefront is told. */
export interface StorefrontAssets {
  readonly entry: string;
  readonly common: readonly string[];
  readonly pages: Readonly<Record<string, readonly string[]>>;
  readonly dictionaries: Readonly<Record<'zh' | 'en', readonly string[]>>;
  readonly icon: string;
  readonly css: string;
}

/** Builds the storefront: the browser's pieces first, then the server's program that names them. */
export async function buildStorefront(): Promise<StorefrontAssets> {
  await build({
    ...shared,
    build: {
      outDir: paths.storefrontClient,
      emptyOutDir: true,
      target: 'es2023',
      assetsDir: '',
      manifest: true,
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: join(paths.storefront, ENTRY) },
    },
  });
  const assets = await readAssets();
  await build({
    ...shared,
    define: { __ASSETS__: JSON.stringify(assets) },
    ssr: { noExternal: true },
    build: {
      outDir: paths.storefrontServer,
      emptyOutDir: true,
      target: 'node24',
      ssr: join(paths.storefront, 'src/entry-server.tsx'),
      rolldownOptions: { output: { entryFileNames: 'entry-server.js' } },
    },
  });
  return assets;
}

async function readAssets(): Promise<StorefrontAssets> {
  const text = await readFile(join(paths.storefrontClient, '.vite/manifest.json'), 'utf8');
  const manifest: Manifest = JSON.parse(text);
  const entry = manifest[ENTRY];
  if (entry === undefined) throw new Error(`the storefront's build has no ${ENTRY}`);
  const names = Object.keys(manifest);
  const pages = names.filter((name) => name.startsWith('src/pages/'));
  const css = Object.values(manifest).find((chunk) => chunk.file.endsWith('.css'));
  if (css === undefined) throw new Error('the storefront’s build has no styles');
  return {
    entry: ASSETS + entry.file,
    common: piecesOf(manifest, ENTRY),
    pages: Object.fromEntries(
      pages.map((name) => [pageName(name), piecesOf(manifest, name)] as const),
    ),
    dictionaries: {
      zh: piecesOf(manifest, 'src/i18n/zh.ts'),
      en: piecesOf(manifest, 'src/i18n/en.ts'),
    },
    icon: `${ASSETS}mark.svg`,
    css: await readFile(join(paths.storefrontClient, css.file), 'utf8'),
  };
}

/** "src/pages/goods/product.tsx" → "goods/product". */
function pageName(source: string): string {
  return source.replace(/^src\/pages\//, '').replace(/\.tsx$/, '');
}

/** A piece and everything it imports at once, each once. */
function piecesOf(manifest: Manifest, name: string): string[] {
  const found = new Set<string>();
  const visit = (at: string) => {
    const chunk = manifest[at];
    if (chunk === undefined || found.has(ASSETS + chunk.file)) return;
    found.add(ASSETS + chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  visit(name);
  return [...found];
}
