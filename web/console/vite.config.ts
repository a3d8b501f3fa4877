import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/**
 * How the console is built; `web/build` builds with it. The pages live under `/t/{slug}/console/`
 * or `/console/`, so nothing may be relative to the page: every asset has its own absolute address
 * under `/assets/console/`, the same for all tenants.
 */
export const consoleConfig = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/assets/console/',
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('dist', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    assetsDir: 'a',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
} satisfies InlineConfig;

export default consoleConfig;
