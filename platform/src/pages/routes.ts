import { getCookie } from 'hono/cookie';
import { join } from 'node:path';
import { slugOf } from '../http/index.ts';
import type { App, Http } from '../http/index.ts';
import { builtFiles, encodingFor } from './built-files.ts';
import type { BuiltFile } from './built-files.ts';
import { encoded } from './compress.ts';
import { LANGUAGE_COOKIE, languageFor, THEME_COOKIE, themeFor } from './preferences.ts';
import { storefrontOf } from './renderer.ts';
import type { MallSign, Rendered, RenderInput } from './renderer.ts';

export interface PagesOptions {
  /** web/dist, as `node web/build/src/main.ts` leaves it. */
  readonly distFolder: string;
  /** The whole app's own `fetch`: pages ask the API through it, in the process. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Malls shown at the host's bare address; absent where who rents here is nobody's business. */
  readonly malls?: () => Promise<readonly MallSign[]>;
}

/** Addresses that answer with data: an unknown one below them is a problem, not a page. */
const DATA = /^\/(?:v1(?:\/|$)|openapi\.json$|healthz$|readyz$|metrics$)/;
/** Only our own scripts run; styles stand inside the page; nobody frames us. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Adds the pages: the storefront at every path of a mall that is no data, the console under
 * `/console`, the covers, the built files. Registered last among the rooms: it takes what is left.
 */
export function mountPages(app: App, options: PagesOptions): void {
  const storefront = storefrontOf(options.distFolder);
  const consoleFiles = builtFiles(join(options.distFolder, 'console'));
  const storefrontFiles = builtFiles(join(options.distFolder, 'storefront/client'));

  app.get('/assets/storefront/*', (http) => sendFile(http, storefrontFiles));
  app.get('/assets/console/*', (http) => sendFile(http, consoleFiles));
  app.get('/covers/:category/:file', async (http) => {
    const { category, file } = http.req.param();
    const seed = /^(-?\d{1,10})\.svg$/.exec(file)?.[1];
    const { drawCover } = await storefront();
    const drawing = seed === undefined ? undefined : drawCover(category, Number(seed));
    if (drawing === undefined) return http.notFound();
    http.header('Cache-Control', 'public, max-age=86400');
    http.header('Content-Type', 'image/svg+xml');
    return sendText(http, drawing);
  });
  for (const path of ['/console', '/console/*']) {
    app.get(path, async (http) => {
      const page = await consoleFiles('index.html', 'identity');
      if (page === undefined) return http.notFound();
      pageHeaders(http);
      http.header('Content-Type', 'text/html; charset=utf-8');
      http.header('Cache-Control', 'no-cache');
      return sendText(http, page.bytes.toString());
    });
  }
  app.get('*', async (http, next) => {
    if (DATA.test(http.req.path)) return next();
    const { render } = await storefront();
    const malls = http.req.path === '/' ? ((await options.malls?.()) ?? []) : [];
    return sendPage(http, await render({ ...inputOf(http, options), malls }));
  });
}

function inputOf(http: Http, options: PagesOptions): Omit<RenderInput, 'malls'> {
  const url = new URL(http.req.url);
  const slug = slugOf(url.pathname);
  return {
    path: http.req.path,
    search: url.search,
    base: slug === null ? '' : `/t/${slug}`,
    language: languageFor(getCookie(http, LANGUAGE_COOKIE), http.var.language),
    theme: themeFor(getCookie(http, THEME_COOKIE)),
    cookieHeader: http.req.header('cookie') ?? '',
    // The mall is found by host or prefix: the inner request keeps the outer one's address.
    api: async (request) => {
      const inner = new URL(request.url);
      const address = new URL(inner.pathname + inner.search, url.origin);
      return options.fetch(new Request(address, request));
    },
  };
}

async function sendPage(http: Http, page: Rendered): Promise<Response> {
  for (const [name, value] of Object.entries(page.headers)) http.header(name, value);
  pageHeaders(http);
  http.status(statusOf(page.status));
  return page.html === '' ? http.body(null) : sendText(http, page.html);
}

type Status = Parameters<Http['status']>[0];

/** The statuses a page may have; anything else the API told is a page that cannot be had now. */
function statusOf(status: number): Status {
  const known = [200, 303, 400, 403, 404, 409, 410, 422, 429, 500] as const;
  return known.find((one) => one === status) ?? 503;
}

function pageHeaders(http: Http): void {
  http.header('Content-Security-Policy', CONTENT_POLICY);
  http.header('Referrer-Policy', 'same-origin');
}

async function sendText(http: Http, text: string): Promise<Response> {
  const encoding = encodingFor(http.req.header('accept-encoding'));
  if (encoding !== 'identity') http.header('Content-Encoding', encoding);
  http.header('Vary', 'accept-encoding, cookie, accept-language');
  return http.body(new Uint8Array(await encoded(text, encoding)));
}

type Files = (
  name: string,
  encoding: ReturnType<typeof encodingFor>,
) => Promise<BuiltFile | undefined>;

async function sendFile(http: Http, files: Files): Promise<Response> {
  const name = http.req.path.split('/').slice(3).join('/');
  const file = await files(name, encodingFor(http.req.header('accept-encoding')));
  if (file === undefined) return http.notFound();
  for (const [header, value] of Object.entries(file.headers)) http.header(header, value);
  return http.body(new Uint8Array(file.bytes));
}
