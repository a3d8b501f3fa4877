import { renderToString } from 'preact-render-to-string';
import { createApi, getTenant } from '@tuodi/web-client';
import type { Api, Language } from '@tuodi/web-client';
import { App } from './app.tsx';
import { drawCover } from './covers/draw.ts';
import { bareDocument, htmlDocument } from './document.ts';
import { en } from './i18n/en.ts';
import { translator } from './i18n/translate.ts';
import { zh } from './i18n/zh.ts';
import { loadPlace } from './load.ts';
import type { Mall } from './mall.ts';
import type { Shown } from './page.ts';
import { findPage } from './pages.ts';
import type { Theme } from './preferences.ts';
import type { Place } from './router/place.ts';
import { Lobby } from './ui/lobby.tsx';
import type { MallSign } from './ui/lobby.tsx';

export { drawCover };

export interface RenderInput {
  /** The path inside the mall: "/orders". */
  readonly path: string;
  /** "?state=paid", or "". */
  readonly search: string;
  /** '' or '/t/{slug}'. */
  readonly base: string;
  readonly language: Language;
  readonly theme: Theme;
  /** The caller's cookies, handed on to the API; '' for none. */
  readonly cookieHeader: string;
  /** Answers a request to `{base}/v1/…` in the process; its host is of no meaning. */
  readonly api: (request: Request) => Promise<Response>;
  /** Malls to point to where the address has none; absent: they are not told. */
  readonly malls?: readonly MallSign[];
}

export interface Rendered {
  readonly status: number;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const ORIGIN = 'http://storefront.internal';
const NOWHERE = { to() {}, replace() {}, refresh() {} };

const HTML = 'text/html; charset=utf-8';

/** Renders one page of a mall; where there is none, the lobby with a 404. */
export async function render(input: RenderInput): Promise<Rendered> {
  const { base, language } = input;
  const api = createApi({
    base,
    language,
    origin: ORIGIN,
    cookie: input.cookieHeader,
    fetch: input.api,
  });
  const place = { path: input.path, search: input.search };
  const [tenant, arrival] = await Promise.all([getTenant(api), loadPlace(api, place)]);
  if (!tenant.ok) {
    return lobby(input, tenant.problem.status);
  }
  if (arrival.kind === 'redirect') {
    return { status: 303, html: '', headers: { location: base + arrival.to } };
  }
  const mall = mallOf(input, { api, place, tenant: tenant.value });
  return {
    status: arrival.shown.status,
    html: pageHtml(mall, arrival.shown),
    headers: { 'content-type': HTML, 'cache-control': 'private, no-cache' },
  };
}

function lobby({ language, theme, malls = [] }: RenderInput, status: number): Rendered {
  const t = translator(language === 'en' ? en : zh);
  const title = malls.length === 0 ? t('lobby_none') : t('lobby_title');
  const body = renderToString(<Lobby malls={malls} language={language} t={t} />);
  return {
    status: status === 0 ? 503 : status,
    html: bareDocument({ language, theme, style: '', title, head: '', body }),
    headers: { 'content-type': HTML, 'cache-control': 'no-cache' },
  };
}

function mallOf(
  { base, language, theme }: RenderInput,
  { api, place, tenant }: { api: Api; place: Place; tenant: Mall['tenant'] },
): Mall {
  const t = translator(language === 'en' ? en : zh);
  const calendar = { zone: tenant.zone, language };
  return { tenant, base, language, theme, calendar, api, t, place, go: NOWHERE };
}

function pageHtml(mall: Mall, shown: Shown): string {
  const row = findPage(mall.place.path)?.route;
  const kind = shown.status === 200 ? 'page' : row === undefined ? 'lost' : 'problem';
  return htmlDocument({
    mall,
    kind,
    title: shown.title(mall),
    body: renderToString(<App mall={mall} page={shown.render()} />),
    data: shown.data,
    file: row?.file,
  });
}
