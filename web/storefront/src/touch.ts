import { keepPositions, keyOf } from './browser.ts';
import { followedPlace } from './router/links.ts';
import type { Navigator } from './router/navigator.ts';
import { addressOf, placeInside } from './router/place.ts';
import type { Place } from './router/place.ts';

/** Lets the storefront follow its own links, load what a touch announces, and answer "back". */
export function followClicks(base: string, navigator: Navigator): void {
  addEventListener('click', (event) => {
    const place = placeUnder(event, base);
    if (place === undefined) return;
    event.preventDefault();
    void navigator.to(addressOf(place));
  });
  for (const sign of ['touchstart', 'mouseover', 'focusin'] as const) {
    addEventListener(
      sign,
      (event) => {
        const place = placeUnder(event, base);
        if (place !== undefined) navigator.prefetch(addressOf(place));
      },
      { passive: true },
    );
  }
  addEventListener('popstate', (event) => {
    const place = placeInside(base, location);
    if (place !== undefined) void navigator.returned(place, keyOf(event.state));
  });
  addEventListener('pagehide', () => keepPositions(navigator.positions()));
}

function placeUnder(event: Event, base: string): Place | undefined {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.href === '') return undefined;
  const mouse = event instanceof MouseEvent ? event : undefined;
  return followedPlace(
    {
      href: link.href,
      target: link.target,
      download: link.hasAttribute('download'),
      button: mouse?.button ?? 0,
      modified: mouse !== undefined && (mouse.metaKey || mouse.ctrlKey || mouse.shiftKey),
      prevented: event.defaultPrevented,
    },
    { base, href: location.href },
  );
}
