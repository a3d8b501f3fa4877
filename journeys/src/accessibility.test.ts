import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { listen } from './complaints.ts';
import { pageStates, visitorOf } from './pages.ts';
import type { PageState } from './pages.ts';
import { sharedServer } from './shared-server.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { DESK, drawn, open, openWindow, PHONE, settled } from './tab.ts';

let browser: Browser;
let stage: Stage;

before(async () => {
  stage = await setStage(await sharedServer());
  browser = await openBrowser();
});
after(() => browser.close());

for (const program of ['storefront', 'console'] as const) {
  test(`axe finds nothing on any page of the ${program}, in the light and in the dark`, async () => {
    const states = pageStates(stage).filter(
      (state) => state.program === program && state.like === undefined,
    );
    assert.ok(states.length > 15);
    const waiting = states.values();
    const found: string[] = [];
    const work = async (): Promise<void> => {
      for (const state of waiting) found.push(...(await violationsOf(state)));
    };
    await Promise.all([work(), work()]);
    assert.deepEqual(found, []);
  });
}

/** Opens the page once and looks at it in both themes. */
async function violationsOf(state: PageState): Promise<readonly string[]> {
  const at = { origin: stage.origin, slug: state.mall === 'lobby' ? '' : state.mall };
  const size = state.program === 'console' ? DESK : PHONE;
  const window = await openWindow(browser, at, { size, who: visitorOf(stage, state) });
  try {
    const page = await window.newPage();
    const complaints = listen(page, state.expected);
    await open(page, at, state.path);
    await state.act?.(page);
    await settled(page);
    const light = await look(page, `${state.program} ${state.name}, light`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await drawn(page);
    // The dark differs in its colours only.
    const dark = await look(page, `${state.program} ${state.name}, dark`, ['color-contrast']);
    return [...complaints.list.map((one) => `${state.name}: ${one}`), ...light, ...dark];
  } catch (error) {
    return [`${state.program} ${state.name}: ${String(error)}`];
  } finally {
    await window.close();
  }
}

async function look(
  page: Page,
  name: string,
  rules: readonly string[] = [],
): Promise<readonly string[]> {
  // The other mode looks into frames of other sites, and takes twice as long: we have none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations, passes } = await (
    rules.length === 0 ? axe : axe.withRules([...rules])
  ).analyze();
  assert.ok(passes.length > 0, `${name}: axe has seen the page`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      return `${name}: ${id} ${target.join(' ')} ${failureSummary ?? ''}`.slice(0, 400);
    }),
  );
}
