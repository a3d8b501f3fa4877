import { OpenAPIHono } from '@hono/zod-openapi';
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import type { App, AppEnv } from '../http/index.ts';
import { pathInTenant } from '../http/index.ts';
import { encodingFor } from './built-files.ts';
import { mountPages } from './index.ts';
import { languageFor, themeFor } from './preferences.ts';

// A build of three files, so small that one can read what was made of them.
const BUNDLE = `
export async function render(input) {
  const { api, ...told } = input;
  const answer = await api(new Request('http://anywhere' + input.base + '/v1/echo?x=1', {
    headers: { cookie: input.cookieHeader },
  }));
  const inner = await answer.json();
  if (input.path === '/away') return { status: 303, html: '', headers: { location: '/there' } };
  return { status: 200, html: JSON.stringify({ told, inner }), headers: { 'content-type': 'text/html' } };
}
export function drawCover(category, seed) {
  return category === 'tea' ? '<svg>' + seed + '</svg>' : undefined;
}
`;

let folder = '';
let app: App;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuodi-pages-'));
  await mkdir(join(folder, 'storefront/server'), { recursive: true });
  await mkdir(join(folder, 'storefront/client'), { recursive: true });
  await mkdir(join(folder, 'console'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'storefront/server/entry-server.js'), BUNDLE);
  await writeFile(join(folder, 'storefront/client/entry-Ab3_x9Zq.js'), 'let a');
  await writeFile(join(folder, 'storefront/client/entry-Ab3_x9Zq.js.gz'), gzipSync('let a'));
  await writeFile(join(folder, 'storefront/client/mark.svg'), '<svg/>');
  await writeFile(join(folder, 'console/index.html'), '<title>console</title>');
  await writeFile(join(folder, 'secret.js'), 'secret');
  app = await openPages();
});

after(() => rm(folder, { recursive: true }));

async function openPages(): Promise<App> {
  const pages: App = new OpenAPIHono<AppEnv>({
    getPath: (request) => pathInTenant(new URL(request.url).pathname),
  });
  pages.use('*', async (http, next) => {
    http.set('language', http.req.header('accept-language') === 'en' ? 'en' : 'zh-CN');
    await next();
  });
  pages.get('/v1/echo', (http) =>
    http.json({ url: http.req.url, cookie: http.req.header('cookie') ?? null }),
  );
  const sign = { slug: 'tea', name: '茶', nameEn: null };
  mountPages(pages, {
    distFolder: folder,
    fetch: (request) => pages.fetch(request),
    malls: () => Promise.resolve([sign]),
  });
  pages.get('/openapi.json', (http) => http.json({ openapi: '3.1.0' }));
  return pages;
}

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(app.fetch(new Request(`http://mall.test${path}`, { headers })));
}

test('a page is rendered with its place, the reader’s choices and the reader’s own session', async () => {
  const cookie = 'tuodi_session=abc; tuodi_language=en; tuodi_theme=dark';
  const answer = await get('/t/tea/orders?state=paid', { cookie });
  const { told, inner } = JSON.parse(await answer.text());
  assert.deepEqual(told, {
    path: '/orders',
    search: '?state=paid',
    base: '/t/tea',
    language: 'en',
    theme: 'dark',
    cookieHeader: cookie,
    malls: [],
  });
  assert.deepEqual(inner, { url: 'http://mall.test/t/tea/v1/echo?x=1', cookie });
});

test('a mall on its own host has no prefix, and the browser’s language decides unless chosen', async () => {
  const answer = await get('/', { 'accept-language': 'en' });
  const { told } = JSON.parse(await answer.text());
  assert.deepEqual([told.base, told.language, told.theme], ['', 'en', 'system']);
  assert.deepEqual(told.malls, [{ slug: 'tea', name: '茶', nameEn: null }]);
});

test('a page lets only our own scripts run and tells a redirect without a body', async () => {
  const answer = await get('/t/tea/p/1');
  assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'self';/);
  const away = await get('/away');
  assert.deepEqual([away.status, away.headers.get('location')], [303, '/there']);
  assert.equal(await away.text(), '');
});

test('a page travels in the encoding its reader takes', async () => {
  const answer = await get('/t/tea/', { 'accept-encoding': 'gzip, br' });
  assert.equal(answer.headers.get('content-encoding'), 'br');
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.match(brotliDecompressSync(bytes).toString(), /"base":"\/t\/tea"/);
  assert.equal(encodingFor('br;q=0, gzip;q=0.5'), 'gzip');
  assert.equal(encodingFor('identity'), 'identity');
  assert.equal(encodingFor(undefined), 'identity');
});

test('a hashed file is kept for ever, another one for an hour, precompressed where it is', async () => {
  const hashed = await get('/assets/storefront/entry-Ab3_x9Zq.js', { 'accept-encoding': 'gzip' });
  assert.match(hashed.headers.get('cache-control') ?? '', /immutable/);
  assert.equal(hashed.headers.get('content-encoding'), 'gzip');
  const plain = await get('/assets/storefront/mark.svg');
  assert.equal(plain.headers.get('cache-control'), 'public, max-age=3600');
  assert.equal(await plain.text(), '<svg/>');
});

test('no address leads out of the build’s folder', async () => {
  for (const path of [
    '/assets/storefront/../../secret.js',
    '/assets/storefront/%2e%2e/%2e%2e/secret.js',
    '/assets/storefront/..%2f..%2fsecret.js',
    '/assets/console/..%5c..%5csecret.js',
    '/assets/storefront/',
  ]) {
    const answer = await get(path);
    assert.doesNotMatch(await answer.text(), /^secret/, path);
  }
  assert.equal((await get('/assets/storefront/nothing-12345678.js')).status, 404);
});

test('covers are drawn on request; an unknown field or a seed that is none is not found', async () => {
  const cover = await get('/covers/tea/-7.svg');
  assert.deepEqual(
    [cover.headers.get('content-type'), await cover.text()],
    ['image/svg+xml', '<svg>-7</svg>'],
  );
  assert.equal((await get('/covers/car/7.svg')).status, 404);
  assert.equal((await get('/covers/tea/7.png')).status, 404);
});

test('every address of the console is its one page, data stays data', async () => {
  for (const path of ['/console', '/t/tea/console/', '/t/tea/console/orders/1']) {
    assert.match(await (await get(path)).text(), /console/);
  }
  assert.deepEqual(await (await get('/openapi.json')).json(), { openapi: '3.1.0' });
  assert.equal((await get('/v1/unknown')).status, 404);
  assert.equal((await get('/readyz')).status, 404);
});

test('a choice that is none of ours is the default', () => {
  assert.equal(languageFor('fr', 'zh-CN'), 'zh');
  assert.equal(languageFor(undefined, 'en'), 'en');
  assert.equal(themeFor('pink'), 'system');
});
