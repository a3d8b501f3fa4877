export type Language = 'zh-CN' | 'en';

/** The language a caller likes best of the two we speak; Chinese unless they prefer English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'zh-CN', weight: 0 };
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const q = parameters.find((text) => text.trim().startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.trim().slice(2));
    if (!(weight > best.weight)) continue;
    if (/^zh\b/.test(tag)) best = { language: 'zh-CN', weight };
    if (/^en\b/.test(tag)) best = { language: 'en', weight };
  }
  return best.language;
}
