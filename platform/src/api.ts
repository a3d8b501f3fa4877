import path from 'node:path';
import { addCatalogRoutes } from './catalog/index.ts';
import type { Context } from './context.ts';
import { addEconomyRoutes } from './economy/index.ts';
import { createApp } from './http/index.ts';
import type { App } from './http/index.ts';
import { addIdentityRoutes, sessionOf } from './identity/index.ts';
import { addMessagingRoutes } from './messaging/index.ts';
import { addOrderRoutes } from './orders/index.ts';
import { mountPages } from './pages/index.ts';
import { addReportRoutes } from './reports/index.ts';
import { listTenants } from './tenancy/index.ts';

/** Where `node web/build/src/main.ts` leaves the pages. */
export const PAGES_FOLDER: string = path.resolve(import.meta.dirname, '..', '..', 'web', 'dist');

export interface ApiOptions {
  readonly context: Context;
  /** Where this API listens, for the simulated gateway's callbacks. */
  readonly origin: () => string;
  /** What is not ready yet, in a word. */
  readonly waitsFor?: () => string | null;
}

/** The whole HTTP surface: every room's routes, and the pages where they were built. */
export function openApi({ context, origin, waitsFor }: ApiOptions): App {
  const app: App = createApp({
    context,
    sessionOf,
    rooms: [
      addIdentityRoutes,
      addMessagingRoutes,
      addCatalogRoutes,
      addOrderRoutes(origin),
      addEconomyRoutes,
      addReportRoutes,
    ],
    ...(waitsFor === undefined ? {} : { waitsFor }),
  });
  mountPages(app, {
    distFolder: PAGES_FOLDER,
    fetch: (request) => app.fetch(request),
    // A demo shows its malls to whoever comes without an address of one; production tells nothing.
    ...(context.config.installation === 'demo' ? { malls: () => listTenants(context) } : {}),
  });
  return app;
}
