import { OpenAPIHono } from '@hono/zod-openapi';
import type { RouteConfig } from '@hono/zod-openapi';
import { catalogRoutes, identityRoutes, orderRoutes, valueRoutes } from '@tuodi/wire';

export type OpenApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

const rooms: readonly Readonly<Record<string, RouteConfig>>[] = [
  identityRoutes,
  catalogRoutes,
  orderRoutes,
  valueRoutes,
];

/** The OpenAPI 3.1 document of every route that `wire` defines, in the order of its files. */
export function buildDocument(): OpenApiDocument {
  const app = new OpenAPIHono();
  for (const routes of rooms) {
    for (const route of Object.values(routes)) app.openAPIRegistry.registerPath(route);
  }
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Tuodi', version: '1' },
  });
}
