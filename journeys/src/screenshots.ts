import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { listen } from './complaints.ts';
import { faultsOf } from './faults.ts';
import { pageStates, visitorOf } from './pages.ts';
import type { PageState } from './pages.ts';
import { newDataDir, startServer } from './server.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { DESK, drawn, open, openWindow, PHONE, settled } from './tab.ts';
import type { Language, Theme } from './tab.ts';

// npm run screenshots -- --out FOLDER [--only WORD,WORD]: a picture of every page, in both languages,
// light and dark. Fails when a page complains or shows what it should not.

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const THEMES: readonly Theme[] = ['light', 'dark'];
/** Pages that are waited for at the same time; more of them only wait for each other. */
const AT_ONCE = 3;
/** Of a longer page the rest repeats what has been seen. */
const MOST_SCREENS = 3;

interface Wanted {
  readonly out: string;
  readonly only: string;
}

/** One picture: a state of a page in one language and theme. */
interface Shot {
  readonly state: PageState;
  readonly language: Language;
  readonly theme: Theme;
}

async function main(wanted: Wanted): Promise<number> {
  const dataDir = newDataDir();
  const server = await startServer(dataDir);
  const browser = await openBrowser();
  try {
    const stage = await setStage(server);
    const shots = shotsOf(stage, wanted.only);
    if (shots.length === 0) throw new Error(`no page is called ${wanted.only}`);
    fs.mkdirSync(wanted.out, { recursive: true });
    const faults: string[] = [];
    let done = 0;
    const waiting = shots.values();
    const work = async (): Promise<void> => {
      for (const shot of waiting) {
        const found = await take(browser, { stage, shot, out: wanted.out });
        faults.push(...found.map((fault) => `${nameOf(shot)}: ${fault}`));
        done += 1;
        showProgress({ done, of: shots.length, name: nameOf(shot) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    process.stderr.write(`\n${faults.map((fault) => `${fault}\n`).join('')}`);
    process.stdout.write(
      `${String(shots.length)} pictures in ${wanted.out}, ${String(faults.length)} faults\n`,
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await server.stop('SIGTERM');
    fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

function shotsOf(stage: Stage, only: string): readonly Shot[] {
  return pageStates(stage)
    .filter(({ name, program }) =>
      only.split(',').some((word) => `${program}-${name}`.includes(word)),
    )
    .flatMap((state) =>
      LANGUAGES.flatMap((language) => THEMES.map((theme) => ({ state, language, theme }))),
    );
}

function nameOf({ state, language, theme }: Shot): string {
  return `${state.program}-${state.name}.${language}.${theme}`;
}

/** Takes one picture. @returns what is wrong with the page. */
async function take(
  browser: Browser,
  { stage, shot, out }: { stage: Stage; shot: Shot; out: string },
): Promise<readonly string[]> {
  const { state, language, theme } = shot;
  const at = { origin: stage.origin, slug: state.mall === 'lobby' ? '' : state.mall };
  const size = state.program === 'console' ? DESK : PHONE;
  const who = visitorOf(stage, state);
  const window = await openWindow(browser, at, { size, language, theme, who });
  try {
    const page = await window.newPage();
    const complaints = listen(page, state.expected);
    await open(page, at, state.path);
    await state.act?.(page);
    await settled(page);
    const { chineseOnly } = stage;
    const faults = await faultsOf(page, { language, chineseOnly });
    if (state.only !== 'window') await stretch(page, size);
    const file = path.join(out, `${nameOf(shot)}.png`);
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    return [...complaints.list, ...faults];
  } catch (error) {
    return [`could not be taken: ${String(error)}`];
  } finally {
    await window.close();
  }
}

/** As tall as the page is, within reason: bars that stick to the window end up at its end. */
async function stretch(page: Page, size: typeof PHONE | typeof DESK): Promise<void> {
  const tall = await page.evaluate(() => document.scrollingElement?.scrollHeight ?? 0);
  if (tall <= size.height) return;
  await page.setViewportSize({
    width: size.width,
    height: Math.min(tall, MOST_SCREENS * size.height),
  });
  await drawn(page);
}

function showProgress({ done, of, name }: { done: number; of: number; name: string }): void {
  const filled = Math.round((done / of) * 30);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(30 - filled)}`;
  process.stderr.write(`\r${bar} ${String(done)} of ${String(of)} ${name.padEnd(50).slice(0, 50)}`);
}

function readWanted(words: readonly string[]): Wanted {
  const valueOf = (flag: string): string | undefined => {
    const at = words.indexOf(flag);
    return at === -1 ? undefined : words[at + 1];
  };
  const out = valueOf('--out');
  if (out === undefined) throw new Error('npm run screenshots -- --out FOLDER [--only WORD,WORD]');
  // npm runs scripts in the folder of the package; a relative folder is the caller's.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  return { out: path.resolve(from, out), only: valueOf('--only') ?? '' };
}

process.exitCode = await main(readWanted(process.argv.slice(2)));
