import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { packagedChromium } from './packaged-chromium.ts';

/** A browser without a window: what it does on its own would disturb a run or slow it down. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['google-chrome', 'google-chrome-stable', 'chrome', 'chromium', 'chromium-browser'];

/** A program that shows pages, and where it came from. */
interface FoundBrowser {
  readonly program: string;
  readonly libraries: string | undefined;
  readonly from: 'CHROME_PATH' | 'PATH' | 'package';
}

/**
 * Starts a browser with a fresh profile: CHROME_PATH, else a Chrome or Chromium on PATH, else the
 * one inside the package @sparticuz/chromium. Says so on stderr where it cannot draw Chinese.
 * @throws {Error} that says what to do when there is none, or when it does not start.
 */
export async function openBrowser(): Promise<Browser> {
  const found = findBrowser(process.env);
  const browser = await start(found);
  if (!(await drawsChinese(browser))) {
    process.stderr.write(
      'This browser has no Chinese font: pictures show boxes instead of characters. ' +
        'Debian and Ubuntu: apt-get install fonts-noto-cjk\n',
    );
  }
  return browser;
}

async function start({ program, libraries, from }: FoundBrowser): Promise<Browser> {
  const env = { ...process.env, ...(libraries === undefined ? {} : librariesIn(libraries)) };
  try {
    return await chromium.launch({ executablePath: program, args: FLAGS, env });
  } catch (cause) {
    throw new Error(`the browser ${program} (from ${from}) does not start; set CHROME_PATH`, {
      cause,
    });
  }
}

function librariesIn(folder: string): Record<string, string> {
  const given = process.env['LD_LIBRARY_PATH'];
  return { LD_LIBRARY_PATH: given === undefined ? folder : `${folder}:${given}` };
}

/** Finds the program without starting it. @throws {Error} when there is none. */
export function findBrowser(
  environment: Readonly<Record<string, string | undefined>>,
): FoundBrowser {
  const named = environment['CHROME_PATH'] ?? '';
  if (named !== '') {
    if (fs.existsSync(named)) return { program: named, libraries: undefined, from: 'CHROME_PATH' };
    throw new Error(`CHROME_PATH names ${named}, which does not exist`);
  }
  const onPath = findOnPath(environment['PATH'] ?? '');
  if (onPath !== undefined) return { program: onPath, libraries: undefined, from: 'PATH' };
  const packaged = packagedChromium();
  if (packaged !== undefined) return { ...packaged, from: 'package' };
  throw new Error(
    'no browser was found: install Chrome or Chromium, or set CHROME_PATH to its program ' +
      '(the package @sparticuz/chromium has one for Linux on x64 only)',
  );
}

/** The first Chrome or Chromium on PATH that runs: some systems put an empty shell there. */
function findOnPath(list: string): string | undefined {
  return list
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find((file) => fs.existsSync(file) && spawnSync(file, ['--version']).status === 0);
}

/** Two characters that a font knows look different; two that none knows are the same box. */
export async function drawsChinese(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  try {
    const [one, other] = await page.evaluate(() =>
      ['托', '底'].map((character) => {
        const canvas = document.createElement('canvas');
        const pen = canvas.getContext('2d');
        if (pen === null) return '';
        pen.font = '40px sans-serif';
        pen.fillText(character, 10, 60);
        return canvas.toDataURL();
      }),
    );
    return one !== other;
  } finally {
    await page.close();
  }
}
