/** The cookies that keep a reader's choices; web/storefront/src/preferences.ts writes them. */
export const LANGUAGE_COOKIE = 'tuodi_language';
export const THEME_COOKIE = 'tuodi_theme';

/** The language chosen by hand, else the one the browser prefers. */
export function languageFor(cookie: string | undefined, preferred: string): 'zh' | 'en' {
  if (cookie === 'zh' || cookie === 'en') return cookie;
  return preferred === 'en' ? 'en' : 'zh';
}

/** The theme chosen by hand, else the system's. */
export function themeFor(cookie: string | undefined): 'system' | 'light' | 'dark' {
  return cookie === 'light' || cookie === 'dark' ? cookie : 'system';
}
