import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Api, Calendar, Language, Tenant } from '@tuodi/web-client';
import type { Translate } from './i18n/translate.ts';
import type { Theme } from './preferences.ts';
import type { Place } from './router/place.ts';

/** How a page moves on. On the server nothing does. */
export interface Go {
  to(address: string): void;
  replace(address: string): void;
  refresh(): void;
}

/** The mall a page stands in: what every component may ask for. */
export interface Mall {
  readonly tenant: Tenant;
  /** '' on the mall's own host, '/t/{slug}' on a shared one. */
  readonly base: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly calendar: Calendar;
  readonly api: Api;
  readonly t: Translate;
  readonly place: Place;
  readonly go: Go;
}

export const MallContext = createContext<Mall | undefined>(undefined);

/** The mall around this component. Throws outside of one: that is a bug of ours. */
export function useMall(): Mall {
  const mall = useContext(MallContext);
  if (mall === undefined) throw new Error('a component stands inside a mall');
  return mall;
}

/** The tenant's name in the reader's language. */
export function mallName({ tenant, language }: Pick<Mall, 'tenant' | 'language'>): string {
  return language === 'en' ? (tenant.nameEn ?? tenant.name) : tenant.name;
}

/** A text that comes in two languages, in the reader's. */
export function inLanguage(
  language: Language,
  text: { readonly zh: string; readonly en: string | null },
): string {
  return language === 'en' ? (text.en ?? text.zh) : text.zh;
}
