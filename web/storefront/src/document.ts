import { brandStyle } from '@tuodi/web-tokens';
import { assets } from './assets.ts';
import { mallName } from './mall.ts';
import type { Mall } from './mall.ts';
import { DATA_ID, STATE_ID, embeddable } from './state.ts';
import type { PageState } from './state.ts';

export interface DocumentParts {
  readonly mall: Mall;
  readonly kind: PageState['kind'];
  readonly title: string;
  readonly body: string;
  readonly data: unknown;
  /** The page's file: which of the build's pieces it needs. */
  readonly file: string | undefined;
}

/** The HTML of a page: its styles inside, its pieces announced, its data embedded. */
export function htmlDocument({ mall, kind, title, body, data, file }: DocumentParts): string {
  const { base, language, theme, tenant } = mall;
  const state: PageState = { kind, base, language, theme, tenant };
  const name = mallName(mall);
  const full = title === name ? name : `${title} · ${name}`;
  const pieces = [
    ...assets.common,
    ...(file === undefined ? [] : (assets.pages[file] ?? [])),
    ...assets.dictionaries[language],
  ];
  const preload = [...new Set(pieces)].map((href) => `<link rel="modulepreload" href="${href}">`);
  return bareDocument({
    language,
    theme,
    style: brandStyle(tenant.brandColour),
    title: full,
    head: preload.join('\n'),
    body: `<div id="app">${body}</div>
<script type="application/json" id="${STATE_ID}">${embeddable(state)}</script>
<script type="application/json" id="${DATA_ID}">${embeddable(data)}</script>
<script type="module" src="${assets.entry}"></script>`,
  });
}

export interface BareParts {
  readonly language: Mall['language'];
  readonly theme: Mall['theme'];
  /** Declarations for <html>: a tenant's brand. */
  readonly style: string;
  readonly title: string;
  readonly head: string;
  readonly body: string;
}

/** An HTML document in the house's dress, without a script. */
export function bareDocument({ language, theme, style, title, head, body }: BareParts): string {
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  const chosen = theme === 'system' ? '' : ` data-theme="${theme}"`;
  const brand = style === '' ? '' : ` style="${style}"`;
  return `<!doctype html>
<html lang="${lang}"${chosen}${brand}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escaped(title)}</title>
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<style>${assets.css}</style>
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
