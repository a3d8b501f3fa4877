import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from './tab.ts';

/** What a page shows, as text: everything that is drawn, and what only a screen reader is told. */
const READ = `[
  document.title,
  document.body.innerText,
  ...[...document.querySelectorAll('[aria-label], [placeholder], [alt], [title]')].flatMap((one) =>
    ['aria-label', 'placeholder', 'alt', 'title'].map((name) => one.getAttribute(name) ?? '')),
].join('\\n')`;

const WIDTHS = `[document.scrollingElement.scrollWidth, window.innerWidth]`;

const CHINESE = /[\u3400-\u9fff\uf900-\ufaff]+/gu;
const WEB = path.resolve(import.meta.dirname, '../../web');

/**
 * What is wrong with a page that can be told by looking: it scrolls sideways, shows a dictionary's
 * key, an unfilled {place} or a value that is none, or is written in the other language.
 */
export async function faultsOf(
  page: Page,
  written: { readonly language: Language; readonly chineseOnly: readonly string[] },
): Promise<readonly string[]> {
  const [wide = 0, window = 0] = await page.evaluate<number[]>(WIDTHS);
  const text = await page.evaluate<string>(READ);
  return [
    ...(wide > window ? [`scrolls sideways: ${String(wide)} of ${String(window)} pixels`] : []),
    ...textFaults(text, written),
  ];
}

/** The faults of a text that a page shows. */
export function textFaults(
  text: string,
  written: { readonly language: Language; readonly chineseOnly: readonly string[] },
): readonly string[] {
  const nothings = [...text.matchAll(/\bundefined\b|\bNaN\b|\[object|\bInvalid Date\b/g)];
  const places = [...text.matchAll(/\{\w+\}/g)];
  const keys = [...text.matchAll(/[A-Za-z]\w*(?:[._]\w+)+/g)].filter(([word]) => KEYS.has(word));
  return [
    ...nothings.map(([word]) => `shows ${word}`),
    ...places.map(([word]) => `shows an unfilled ${word}`),
    ...keys.map(([word]) => `shows the key ${word}`),
    ...languageFaults(text, written),
  ];
}

function languageFaults(
  text: string,
  { language, chineseOnly }: { language: Language; chineseOnly: readonly string[] },
): readonly string[] {
  if (text.trim() === '') return ['is empty'];
  if (language === 'zh') return text.search(CHINESE) === -1 ? ['shows no Chinese at all'] : [];
  // The switch to the other language is written in it.
  const allowed = ['中文', ...chineseOnly].toSorted((one, other) => other.length - one.length);
  const rest = allowed.reduce((left, name) => left.replaceAll(name, ''), text);
  return [...new Set([...rest.matchAll(CHINESE)].map(([words]) => `shows Chinese: ${words}`))];
}

/** Every key of the dictionaries of both programs that could not be a word of a language. */
const KEYS: ReadonlySet<string> = new Set(
  ['storefront', 'console'].flatMap((program) => {
    const text = fs.readFileSync(path.join(WEB, program, 'src/i18n/zh.ts'), 'utf8');
    return [...text.matchAll(/^\s+'?([A-Za-z]\w*(?:[._]\w+)+)'?:/gm)].flatMap(
      ([, key]) => key ?? [],
    );
  }),
);
