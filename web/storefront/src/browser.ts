import type { NavigatorPorts } from './router/navigator.ts';
import { addressOf } from './router/place.ts';

const KEPT = 'tuodi.positions';

interface HistoryState {
  readonly key?: string;
}

/** The key of the history entry the browser stands on. */
export function keyOf(state: unknown): string {
  const entry: HistoryState = typeof state === 'object' && state !== null ? state : {};
  return typeof entry.key === 'string' ? entry.key : 'start';
}

export function startKey(): string {
  history.scrollRestoration = 'manual';
  return keyOf(history.state);
}

/** The scroll positions kept over a reload; the present one is taken up at once. */
export function startPositions(): Readonly<Record<string, number>> {
  const positions: Record<string, number> = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
  const here = positions[startKey()];
  if (here !== undefined) scrollTo(0, here);
  return positions;
}

export function keepPositions(positions: Readonly<Record<string, number>>): void {
  sessionStorage.setItem(KEPT, JSON.stringify(positions));
}

type BrowserPorts = Omit<NavigatorPorts<unknown>, 'load' | 'show' | 'setTitle'>;

/** Navigation's ports as the browser has them. */
export function browserPorts(base: string): BrowserPorts {
  return {
    focusHeading() {
      const heading = document.querySelector<HTMLElement>('h1');
      if (heading === null) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    },
    pushHistory: (place, key) => history.pushState({ key }, '', base + addressOf(place)),
    replaceHistory: (place, key) => history.replaceState({ key }, '', base + addressOf(place)),
    newKey: () => Math.random().toString(36).slice(2),
    scrollPosition: () => scrollY,
    scrollTo: (position) => scrollTo(0, position),
    setBusy: (busy) => document.documentElement.toggleAttribute('data-busy', busy),
    now: () => performance.now(),
  };
}
