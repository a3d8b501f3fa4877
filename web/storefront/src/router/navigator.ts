import { addressOf, placeOf } from './place.ts';
import type { Place } from './place.ts';

/** What loading a place comes to. */
export type Arrival<Shown> =
  | { readonly kind: 'shown'; readonly shown: Shown }
  | { readonly kind: 'redirect'; readonly to: string };

/** What navigation needs from the browser; the storefront's own port, so that a test can be one. */
export interface NavigatorPorts<Shown> {
  load(place: Place): Promise<Arrival<Shown>>;
  /** Puts the page on the screen before it returns. */
  show(place: Place, shown: Shown): void;
  setTitle(shown: Shown): void;
  /** Moves the reading position to the new page's heading, without scrolling. */
  focusHeading(): void;
  pushHistory(place: Place, key: string): void;
  replaceHistory(place: Place, key: string): void;
  newKey(): string;
  scrollPosition(): number;
  scrollTo(position: number): void;
  setBusy(busy: boolean): void;
  now(): number;
}

export interface Navigator {
  /** Goes to an address of the mall as a new entry of the history. */
  to(address: string): Promise<void>;
  /** Goes there in place of the present entry: after an act that must not be repeated by "back". */
  replace(address: string): Promise<void>;
  /** The browser went back or forward to an entry. */
  returned(place: Place, key: string): Promise<void>;
  /** Loads the present page again and keeps the reader where they are. */
  refresh(): Promise<void>;
  /** Starts loading what a touch announces. */
  prefetch(address: string): void;
  /** Scroll positions by history key, to keep over a reload. */
  positions(): Readonly<Record<string, number>>;
}

type Entry = { readonly place: Place; readonly key: string };
type Way = 'push' | 'replace' | 'return' | 'refresh';

const PREFETCH_LIFE = 10_000;
const LONGEST_CHAIN = 5;

/**
 * Client navigation: data before view, the old page stays until the new one is there. The last
 * call wins; what an earlier one still brings is dropped.
 */
export function createNavigator<Shown>(
  ports: NavigatorPorts<Shown>,
  start: Entry & { readonly positions?: Readonly<Record<string, number>> },
): Navigator {
  const scrolls = new Map(Object.entries(start.positions ?? {}));
  const announced = new Map<string, { promise: Promise<Arrival<Shown>>; at: number }>();
  let current: Entry = { place: start.place, key: start.key };
  let latest = 0;

  function arrival(place: Place): Promise<Arrival<Shown>> {
    const address = addressOf(place);
    const early = announced.get(address);
    announced.delete(address);
    const fresh = early !== undefined && ports.now() - early.at < PREFETCH_LIFE;
    return fresh ? early.promise : ports.load(place);
  }

  async function settle(place: Place): Promise<{ place: Place; shown: Shown } | undefined> {
    let at = place;
    for (let hops = 0; hops < LONGEST_CHAIN; hops += 1) {
      const found = await arrival(at);
      if (found.kind === 'shown') return { place: at, shown: found.shown };
      at = placeOf(found.to);
    }
    return undefined;
  }

  async function go(place: Place, way: Way, key: string): Promise<void> {
    latest += 1;
    const mine = latest;
    // An act came before these two: what was loaded ahead of it is no longer true.
    if (way === 'refresh' || way === 'replace') announced.clear();
    scrolls.set(current.key, ports.scrollPosition());
    ports.setBusy(true);
    const found = await settle(place);
    if (mine !== latest) return;
    ports.setBusy(false);
    if (found === undefined) return;
    enter(found, way, key);
  }

  function enter(found: { place: Place; shown: Shown }, way: Way, key: string): void {
    if (way === 'push') ports.pushHistory(found.place, key);
    else ports.replaceHistory(found.place, key);
    current = { place: found.place, key };
    ports.show(found.place, found.shown);
    ports.setTitle(found.shown);
    if (way === 'refresh') return;
    ports.focusHeading();
    ports.scrollTo(way === 'return' ? (scrolls.get(key) ?? 0) : 0);
  }

  return {
    to: (address) => go(placeOf(address), 'push', ports.newKey()),
    replace: (address) => go(placeOf(address), 'replace', current.key),
    returned: (place, key) => go(place, 'return', key),
    refresh: () => go(current.place, 'refresh', current.key),
    prefetch(address) {
      const early = announced.get(address);
      if (early !== undefined && ports.now() - early.at < PREFETCH_LIFE) return;
      announced.set(address, { promise: ports.load(placeOf(address)), at: ports.now() });
    },
    positions() {
      scrolls.set(current.key, ports.scrollPosition());
      return Object.fromEntries(scrolls);
    },
  };
}
