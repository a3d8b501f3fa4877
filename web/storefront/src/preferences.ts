import type { Language } from '@tuodi/web-client';

export type Theme = 'system' | 'light' | 'dark';

/** The cookies that keep what a reader chose by hand. The server reads the same names. */
export const LANGUAGE_COOKIE = 'tuodi_language';
export const THEME_COOKIE = 'tuodi_theme';
const YEAR = 31_536_000;

/** Keeps a choice for a year, for every mall of this host. */
export function keepChoice(
  choice:
    | { readonly cookie: typeof LANGUAGE_COOKIE; readonly value: Language }
    | { readonly cookie: typeof THEME_COOKIE; readonly value: Theme },
): void {
  document.cookie = `${choice.cookie}=${choice.value}; path=/; max-age=${YEAR}; samesite=lax`;
}

/** Shows a theme at once; 'system' leaves it to the system again. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
