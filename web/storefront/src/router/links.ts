import { placeInside } from './place.ts';
import type { Place } from './place.ts';

/** What a click on a link was, as far as it decides who follows it. */
export interface LinkClick {
  readonly href: string;
  readonly target: string;
  readonly download: boolean;
  readonly button: number;
  readonly modified: boolean;
  readonly prevented: boolean;
}

/** Parts of a mall's folder that are no pages of the storefront. */
const ELSEWHERE = /^\/(?:v1|console|assets|covers)(?:\/|$)/;

/**
 * The place a click leads to, where the storefront follows it by itself; undefined where the
 * browser has to: other sites, new tabs, downloads, the console, anchors of the same page.
 */
export function followedPlace(
  click: LinkClick,
  here: { readonly base: string; readonly href: string },
): Place | undefined {
  if (click.prevented || click.button !== 0 || click.modified || click.download) return undefined;
  if (click.target !== '' && click.target !== '_self') return undefined;
  const to = new URL(click.href);
  const from = new URL(here.href);
  if (to.origin !== from.origin) return undefined;
  if (to.hash !== '' && to.pathname === from.pathname && to.search === from.search)
    return undefined;
  const place = placeInside(here.base, to);
  return place === undefined || ELSEWHERE.test(place.path) ? undefined : place;
}
