/**
 * What a reader chose by hand, kept in the cookies that the storefront uses too: who reads the mall
 * in English and in the dark finds the console so. `public/scheme.js` reads the theme's cookie as well.
 */
const COOKIES = { language: 'tuodi_language', theme: 'tuodi_theme' } as const;
const YEAR = 31_536_000;

/** The value of a choice in a document's cookies; undefined where none was made. */
export function readChoice(cookies: string, choice: keyof typeof COOKIES): string | undefined {
  for (const pair of cookies.split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === COOKIES[choice]) return value;
  }
  return undefined;
}

/** The cookie that keeps a choice for a year, for every mall of this host. */
export function cookieOf(choice: keyof typeof COOKIES, value: string): string {
  return `${COOKIES[choice]}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
}
