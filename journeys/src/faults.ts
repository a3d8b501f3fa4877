import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from './tab.ts';

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
  const wide = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
  const window = await page.evaluate(() => innerWidth);
  return [
    ...(wide > window ? [`scrolls sideways: ${String(wide)} of ${String(window)} pixels`] : []),
    ...textFaults(await textOf(page), written),
  ];
}

/** Everything that is drawn, and what only a screen reader is told. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const told = ['aria-label', 'placeholder', 'alt', 'title'];
    const silent = [...document.querySelectorAll(told.map((name) => `[${name}]`).join(', '))];
    return [
      document.title,
      document.body.innerText,
      ...silent.flatMap((element) => told.map((name) => element.getAttribute(name) ?? '')),
    ].join('\n');
  });
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
