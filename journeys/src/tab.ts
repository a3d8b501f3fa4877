import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { MallAddress, Visitor } from './visitor.ts';

export type Language = 'zh' | 'en';
export type Theme = 'light' | 'dark';

/** A phone for the storefront, a desk for the console. */
export const PHONE = { width: 390, height: 844 } as const;
export const DESK = { width: 1440, height: 900 } as const;

interface Look {
  readonly size: typeof PHONE | typeof DESK;
  readonly language?: Language;
  readonly theme?: Theme;
  /** Who is signed in; a stranger where left out. */
  readonly who?: Visitor | undefined;
}

/** A browser of somebody: its own cookies, in Shanghai, without motion. */
export async function openWindow(
  browser: Browser,
  at: MallAddress,
  look: Look,
): Promise<BrowserContext> {
  const { size, language = 'zh', theme = 'light', who } = look;
  const context = await browser.newContext({
    viewport: size,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  // Generous: on a busy machine a page may take its time, and nothing here measures it.
  context.setDefaultTimeout(45_000);
  const cookies: { name: string; value: string; url: string }[] = [
    { name: 'tuodi_language', value: language, url: at.origin },
  ];
  if (who !== undefined) {
    cookies.push({ name: 'tuodi_session', value: who.token, url: `${at.origin}/t/${at.slug}` });
  }
  await context.addCookies(cookies);
  return context;
}

/** Opens a page of the mall (of no mall where its slug is '') and waits until it can be pressed. */
export async function open(page: Page, at: MallAddress, path: string): Promise<void> {
  await page.goto(`${at.origin}${at.slug === '' ? '' : `/t/${at.slug}`}${path}`);
  await settled(page);
}

/** The page is alive, its fonts are there, and two frames have been drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector(ALIVE, { state: 'attached' });
  await page.waitForLoadState('networkidle');
  await drawn(page);
}

/**
 * The storefront marks its document when it is hydrated, the console takes its skeletons away, and a
 * page without a script is all there.
 */
const ALIVE = [
  'html[data-ready]',
  'html:has(#root main):not(:has(main [role=status], [role=dialog] [role=status]))',
  'html:has(body main):not(:has(script[src]))',
].join(', ');

/** The fonts are there, what moves has come to rest, and two frames have been drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frames = () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await document.fonts.ready;
    await frames();
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
    await frames();
  });
}
