import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { matchedRoutes } from 'hono/route';
import type { Context } from '../context.ts';
import type { Tenant } from '../tenancy/index.ts';
import { tokenOf } from './actor-of.ts';
import type { App, AppEnv, SessionOutcome } from './app-env.ts';
import { rejectShape, sendError, sendProblem } from './errors.ts';
import { healthRoutes } from './health.ts';
import { languageOf } from './language.ts';
import { Problem } from './problem.ts';
import { pathInTenant, tenantMiddleware } from './tenant-of.ts';

export interface AppOptions {
  readonly context: Context;
  /** From identity/: the session of a token in a tenant. */
  readonly sessionOf: (context: Context, tenant: Tenant, token: string) => Promise<SessionOutcome>;
  /** Each room adds its routes. */
  readonly rooms: readonly ((app: App) => void)[];
  /** What is not ready yet besides the database, in a word; null: nothing. For /readyz. */
  readonly waitsFor?: () => string | null;
}

/** Requests that may wait for a connection before further ones are sent away. */
const MOST_WAITING = 2000;

/** The API of the house: every route of every room behind one border. */
export function createApp(options: AppOptions): App {
  const app: App = new OpenAPIHono<AppEnv>({
    getPath: (request) => pathInTenant(new URL(request.url).pathname),
    defaultHook: (result, http) =>
      result.success ? undefined : rejectShape(result.target, result.error, http),
  });
  app.onError(sendError);
  app.notFound((http) => sendProblem(http, new Problem('http.not_found')));
  app.use('*', borderOf(options.context));
  healthRoutes(app, options.waitsFor ?? (() => null));
  app.use('/v1/*', limitOf(options.context.config.bodyLimitBytes));
  app.use('/v1/*', sendAwayWhenFull());
  app.use('/v1/*', refuseNul());
  app.use('/v1/*', tenantMiddleware());
  app.use('/v1/*', sessionMiddleware(options.sessionOf));
  for (const addRoutes of options.rooms) addRoutes(app);
  app.doc31('/openapi.json', openApiHead);
  return app;
}

/** The head of the OpenAPI document. */
export const openApiHead = {
  openapi: '3.1.0',
  info: {
    title: 'Tuodi',
    version: 'v1',
    description:
      'A request belongs to the mall of its Host, or of its prefix `/t/{slug}`. Sign in with ' +
      '`POST /v1/sessions`; send the token as cookie or as bearer. Errors are RFC 9457 problems.',
  },
};

/** Trace id, language, figures and the log line of every request. */
function borderOf(context: Context): MiddlewareHandler<AppEnv> {
  return async (http, next) => {
    const began = performance.now();
    const traceId = traceIdOf(http.req.header('traceparent'));
    http.set('context', context);
    http.set('traceId', traceId);
    http.set('language', languageOf(http.req.header('accept-language')));
    await next();
    http.header('X-Trace-Id', traceId);
    http.header('X-Content-Type-Options', 'nosniff');
    if (http.req.path.startsWith('/v1/')) http.header('Cache-Control', 'no-store');
    const seconds = (performance.now() - began) / 1000;
    const { method } = http.req;
    const { status } = http.res;
    const route = matchedRoutes(http).at(-1)?.path ?? 'none';
    context.metrics.requests.observe({ method, route, status: String(status) }, seconds);
    context.log.debug({ method, path: http.req.path, status, seconds, traceId }, 'request');
  };
}

/** W3C trace context: the caller's trace id, else one of our own. */
function traceIdOf(traceparent: string | undefined): string {
  const given = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/.exec(traceparent ?? '')?.[1];
  return given ?? randomUUID().replaceAll('-', '');
}

function limitOf(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: (http) => {
      // The rest of the body is not read, so nothing more can come on this connection.
      http.header('Connection', 'close');
      throw new Problem('http.body_too_large');
    },
  });
}

/** PostgreSQL's text has no U+0000: one anywhere in a request is a malformed request. */
function refuseNul(): MiddlewareHandler<AppEnv> {
  return async (http, next) => {
    const inAddress = http.req.url.includes('%00');
    const hasBody = http.req.method !== 'GET' && http.req.method !== 'HEAD';
    if (inAddress || (hasBody && holdsNul(await http.req.text()))) {
      throw new Problem('http.invalid', {
        errors: [{ path: '', message: 'the character U+0000 is not allowed' }],
      });
    }
    await next();
  };
}

/** As itself or as JSON escapes it. */
function holdsNul(body: string): boolean {
  return body.includes('\\u0000') || body.includes('\0');
}

function sendAwayWhenFull(): MiddlewareHandler<AppEnv> {
  return async (http, next) => {
    if (http.var.context.pools.app.waitingCount > MOST_WAITING) {
      throw new Problem('http.busy', { retryAfter: 1 });
    }
    await next();
  };
}

function sessionMiddleware(sessionOf: AppOptions['sessionOf']): MiddlewareHandler<AppEnv> {
  return async (http, next) => {
    let found: Promise<SessionOutcome | null> | null = null;
    http.set('session', () => {
      const token = tokenOf(http);
      found ??=
        token === undefined
          ? Promise.resolve(null)
          : sessionOf(http.var.context, http.var.tenant, token);
      return found;
    });
    await next();
  };
}
