/** Whether Intl accepts a language tag: "zh-CN" is one, a POSIX locale like "en-US@posix" is not. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    // A RangeError is how Intl says no.
    return false;
  }
}

/**
 * Chromium under LANG=C reports "en-US@posix" as its language, and a library that hands it to Intl
 * when it loads (uPlot does) takes the whole page down. Such a browser gets a tag that exists.
 */
export function mendBrowserLanguage(browser: { readonly language: string }): void {
  if (isLanguageTag(browser.language)) return;
  Object.defineProperty(browser, 'language', { value: 'zh-CN', configurable: true });
}
