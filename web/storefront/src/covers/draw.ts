import { bottle } from './bottle.ts';
import { box } from './box.ts';
import { coin } from './coin.ts';
import { jade } from './jade.ts';
import { chanceOf, openScene, SIZE } from './scene.ts';
import type { Scene } from './scene.ts';
import { scroll } from './scroll.ts';
import { stamp } from './stamp.ts';
import { tea } from './tea.ts';
import { wood } from './wood.ts';

/** One file per field of goods: each draws its thing into the scene. */
const FIELDS: ReadonlyMap<string, (scene: Scene) => string> = new Map([
  ['bottle', bottle],
  ['scroll', scroll],
  ['jade', jade],
  ['coin', coin],
  ['stamp', stamp],
  ['wood', wood],
  ['tea', tea],
  ['box', box],
]);

/**
 * The cover of a product that has no photo: a still life of its field as an SVG document. The same
 * category and seed always give the same text. One light, one table, one stepped edge: a grid of
 * them looks like one hand's work.
 * @returns undefined for a field that nobody draws.
 */
export function drawCover(category: string, seed: number): string | undefined {
  const field = FIELDS.get(category);
  if (field === undefined) return undefined;
  const { scene, backdrop } = openScene(chanceOf(seed ^ hashOf(category)));
  const close = CLOSER.has(category) ? 'translate(-24 -37)scale(1.12)' : 'scale(1)';
  const drawing = tenths(`${backdrop}<g transform="${close}">${field(scene)}</g>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">${drawing}</svg>`;
}

/** Fields whose things are small beside the others: looked at from nearer. */
const CLOSER: ReadonlySet<string> = new Set(['bottle', 'jade', 'coin', 'wood', 'tea', 'box']);

/** FNV-1a: one seed must not put every field into the same room. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash;
}

/** Every number on a tenth: finer ones would only make the file longer. */
function tenths(drawing: string): string {
  return drawing.replace(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
}
