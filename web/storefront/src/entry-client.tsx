import './ui/ground.css';
import './ui/lobby.css';
import { hydrate, render } from 'preact';
import { createApi } from '@tuodi/web-client';
import { App } from './app.tsx';
import { browserPorts, startKey, startPositions } from './browser.ts';
import { translator } from './i18n/translate.ts';
import type { Dictionary } from './i18n/translate.ts';
import { loadPlace, lost, stopped } from './load.ts';
import type { Mall } from './mall.ts';
import type { Shown } from './page.ts';
import { findPage } from './pages.ts';
import { createNavigator } from './router/navigator.ts';
import { addressOf, placeInside } from './router/place.ts';
import type { Place } from './router/place.ts';
import { followClicks } from './touch.ts';
import { DATA_ID, STATE_ID, readProblem, readState } from './state.ts';
import type { PageState } from './state.ts';

async function dictionary(language: PageState['language']): Promise<Dictionary> {
  if (language === 'en') return (await import('./i18n/en.ts')).en;
  return (await import('./i18n/zh.ts')).zh;
}

function embedded(id: string): string {
  return document.getElementById(id)?.textContent ?? 'null';
}

/** The page the server has drawn, from the data it sent along. */
async function restored(state: PageState, place: Place): Promise<Shown> {
  const text = embedded(DATA_ID);
  if (state.kind === 'problem') return stopped(readProblem(text));
  const found = findPage(place.path);
  if (state.kind === 'lost' || found === undefined) return lost();
  const { page } = await found.route.open();
  return page.restore(text);
}

async function start(root: HTMLElement): Promise<void> {
  const state = readState(embedded(STATE_ID));
  const { base, language, theme, tenant } = state;
  const place = placeInside(base, location) ?? { path: '/', search: '' };
  const [words, first] = await Promise.all([dictionary(language), restored(state, place)]);
  const api = createApi({ base, language });
  const t = translator(words);
  const calendar = { zone: tenant.zone, language };
  const go: Mall['go'] = {
    to: (address) => void navigator.to(address),
    replace: (address) => void navigator.replace(address),
    refresh: () => void navigator.refresh(),
  };
  const mallAt = (at: Place): Mall => {
    return { tenant, base, language, theme, calendar, api, t, place: at, go };
  };
  const draw = (at: Place, shown: Shown) => <App mall={mallAt(at)} page={shown.render()} />;
  const navigator = createNavigator<Shown>(
    {
      ...browserPorts(base),
      load: (at) => loadPlace(api, at),
      show: (at, shown) => render(draw(at, shown), root),
      setTitle: (shown) => {
        document.title = `${shown.title(mallAt(place))} · ${tenant.name}`;
      },
    },
    { place, key: startKey(), positions: startPositions() },
  );
  hydrate(draw(place, first), root);
  document.documentElement.dataset['ready'] = addressOf(place);
  followClicks(base, navigator);
}

const root = document.getElementById('app');
if (root !== null) void start(root);
