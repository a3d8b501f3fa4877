import { build } from 'vite';
import type { InlineConfig } from 'vite';
import { paths } from './paths.ts';

/** Builds the console by its own configuration, into the one folder of all builds. */
export async function buildConsole(): Promise<void> {
  const loaded: { default: InlineConfig } = await import(paths.consoleConfig);
  const config = loaded.default;
  await build({
    ...config,
    build: { ...config.build, outDir: paths.console, emptyOutDir: true, manifest: true },
  });
}
