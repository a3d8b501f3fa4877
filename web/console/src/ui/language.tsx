import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { cookieOf, readChoice } from '../choices.ts';
import { lookUp, translator } from '../i18n/dictionary.ts';
import type { Dictionary, Translate } from '../i18n/dictionary.ts';

export type Language = 'zh' | 'en';

export interface Spoken {
  readonly language: Language;
  readonly t: Translate;
  /** A text by a key that only the data knows; the given word itself where there is none. */
  readonly word: (group: string, name: string) => string;
  /** Loads the other dictionary, then changes over. */
  readonly speak: (language: Language) => void;
}

const SpokenContext = createContext<Spoken | undefined>(undefined);

export function useSpoken(): Spoken {
  const spoken = use(SpokenContext);
  if (spoken === undefined) throw new Error('useSpoken needs a LanguageProvider above it');
  return spoken;
}

/** Chinese unless the reader chose English, here or in the mall. */
export function chosenLanguage(): Language {
  return readChoice(document.cookie, 'language') === 'en' ? 'en' : 'zh';
}

/** Only the dictionary that is read is loaded. */
export async function loadDictionary(language: Language): Promise<Dictionary> {
  switch (language) {
    case 'zh':
      return (await import('../i18n/zh.ts')).zh;
    case 'en':
      return (await import('../i18n/en.ts')).en;
  }
}

export interface Start {
  readonly language: Language;
  readonly dictionary: Dictionary;
}

export function LanguageProvider({ start, children }: { start: Start; children: ReactNode }) {
  const [now, setNow] = useState(start);

  const speak = useCallback((language: Language) => {
    void loadDictionary(language).then((dictionary) => {
      setNow({ language, dictionary });
      document.cookie = cookieOf('language', language);
    });
  }, []);

  useEffect(() => {
    document.documentElement.lang = now.language === 'zh' ? 'zh-CN' : 'en';
  }, [now.language]);

  const spoken = useMemo<Spoken>(
    () => ({
      language: now.language,
      t: translator(now.dictionary),
      word: (group, name) => lookUp(now.dictionary, `${group}.${name}`) ?? name,
      speak,
    }),
    [now, speak],
  );
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}
