import { contrast, mix, readColour, writeColour } from './contrast.ts';
import type { Rgb } from './contrast.ts';

const READABLE = 4.5;
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** What a brand colour meets: --paper and --surface light, --surface and --on-brand dark. */
const LIGHT_GROUND: Rgb = [250, 248, 244];
const DARK_GROUND: Rgb = [29, 27, 25];
const DARK_INK: Rgb = [26, 13, 8];
const STEPS = 20;

/**
 * The declarations that put a tenant's colour in cinnabar's place, for a style attribute on <html>.
 * Where the colour itself would be hard to read it is darkened for light pages and lightened for
 * dark ones, only as far as a contrast of 4.5 asks.
 * @param colour "#rrggbb". @returns '' for anything else: the house's own colour stays.
 */
export function brandStyle(colour: string | null): string {
  const brand = colour === null ? undefined : readColour(colour);
  if (brand === undefined) return '';
  const light = readable(brand, [LIGHT_GROUND, WHITE], BLACK);
  const dark = readable(brand, [DARK_GROUND, DARK_INK], WHITE);
  return [
    `--brand-light:${writeColour(light)}`,
    `--brand-dark:${writeColour(dark)}`,
    `--brand-light-soft:${writeColour(softOf(light, LIGHT_GROUND))}`,
    `--brand-dark-soft:${writeColour(softOf(dark, DARK_GROUND))}`,
  ].join(';');
}

/** The first colour on the way from `colour` to `towards` that every ground can be read against. */
function readable(colour: Rgb, grounds: readonly Rgb[], towards: Rgb): Rgb {
  for (let step = 0; step < STEPS; step += 1) {
    const tried = mix(colour, towards, step / STEPS);
    if (grounds.every((ground) => contrast(tried, ground) >= READABLE)) return tried;
  }
  return towards;
}

/** The strongest tint of a ground on which the brand itself can still be read. */
function softOf(brand: Rgb, ground: Rgb): Rgb {
  for (let step = 16; step < STEPS; step += 1) {
    const tint = mix(brand, ground, step / STEPS);
    if (contrast(brand, tint) >= READABLE) return tint;
  }
  return ground;
}
