/** What the browser's build produced, as the server's build is told it (web/build). */
export interface Assets {
  /** The script that starts the page. */
  readonly entry: string;
  /** Pieces that every page needs. */
  readonly common: readonly string[];
  /** Pieces that one page needs, by its file. */
  readonly pages: Readonly<Record<string, readonly string[]>>;
  readonly dictionaries: Readonly<Record<'zh' | 'en', readonly string[]>>;
  readonly icon: string;
  /** All styles: small enough to stand inside the page. */
  readonly css: string;
}

declare const __ASSETS__: Assets;

export const assets: Assets = __ASSETS__;
