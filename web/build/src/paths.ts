import { fileURLToPath } from 'node:url';

function inRepository(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}

/** Where the build reads and writes. */
export const paths = {
  lockfile: inRepository('package-lock.json'),
  web: inRepository('web'),
  storefront: inRepository('web/storefront'),
  consolePage: inRepository('web/console/index.html'),
  consoleConfig: inRepository('web/console/vite.config.ts'),
  dist: inRepository('web/dist'),
  stamp: inRepository('web/dist/stamp'),
  storefrontClient: inRepository('web/dist/storefront/client'),
  storefrontServer: inRepository('web/dist/storefront/server'),
  console: inRepository('web/dist/console'),
} as const;
