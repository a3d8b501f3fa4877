import { ellipse, shape, stroke, TONES } from './scene.ts';
import type { Scene, Tone } from './scene.ts';

const METALS = [TONES.bronze, TONES.clay, TONES.silver, TONES.pine] as const;

/** Old coins with the square hole: one upright, others lying about or stacked. */
export function coin(scene: Scene): string {
  const { chance, floor } = scene;
  const metal = chance.of(METALS);
  const other = chance.of(METALS);
  const r = chance.between(84, 102);
  const x = chance.between(166, 184);
  const y = floor - r + 4;
  const stackX = x + r + chance.between(40, 54);
  return (
    throwShadow(scene, { x, r }) +
    face({ x, y, r, tilt: chance.between(-12, 12) }, metal, chance.pick(2) === 1) +
    stack(scene, { x: stackX, count: 2 + chance.pick(4) }, other)
  );
}

function throwShadow({ room, floor }: Scene, { x, r }: { x: number; r: number }): string {
  return shape(
    `M${x - r * 0.4} ${floor}L${x + r * 0.9} ${floor - 2}L${x + r * 1.9} ${floor - 34}L${x + r * 0.9} ${floor - 40}Z`,
    room.shadow,
  );
}

interface Face {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly tilt: number;
}

function face({ x, y, r, tilt }: Face, metal: Tone, hole: boolean): string {
  const h = r * 0.24;
  const middle = hole
    ? shape(`M${x - h} ${y - h}h${2 * h}v${2 * h}h${-2 * h}Z`, metal.shade) +
      shape(`M${x - h + 6} ${y - h + 6}h${2 * h - 6}v${2 * h - 6}h${-2 * h + 6}Z`, '#1f1c18') +
      stroke(`M${x - h} ${y - h}h${2 * h}v${2 * h}h${-2 * h}Z`, metal.lit, 3)
    : shape(ellipse(x, y, h * 1.1, h * 1.1), metal.lit) + blossom(x, y, h * 0.9, metal);
  const marks = [0, 90, 180, 270].map(
    (angle) =>
      `<g transform="rotate(${angle} ${x} ${y})">${mark(x, y - r * 0.56, r * 0.13, metal)}</g>`,
  );
  return (
    shape(ellipse(x + 7, y + 2, r, r), metal.shade) +
    shape(ellipse(x, y, r, r), metal.own) +
    stroke(
      `M${x - r * 0.95} ${y}a${r * 0.95} ${r * 0.95} 0 0 1 ${r * 0.95} ${-r * 0.95}`,
      metal.lit,
      4,
    ) +
    stroke(ellipse(x, y, r * 0.86, r * 0.86), metal.shade, 3) +
    `<g transform="rotate(${tilt} ${x} ${y})">${middle}${marks.join('')}</g>`
  );
}

/** Strokes that remind of writing without being any. */
function mark(x: number, y: number, size: number, metal: Tone): string {
  const d =
    `M${x - size} ${y - size}h${2 * size}M${x} ${y - size * 1.5}v${3 * size}` +
    `M${x - size * 1.1} ${y + size * 0.4}h${2.2 * size}M${x - size} ${y + size * 1.5}h${2 * size}`;
  return (
    `<g transform="translate(1.5 1.5)">${stroke(d, metal.shade, 3.4)}</g>` + stroke(d, metal.lit, 3)
  );
}

function blossom(x: number, y: number, r: number, metal: Tone): string {
  return [0, 72, 144, 216, 288]
    .map((angle) => {
      const turned = ((angle - 90) / 180) * Math.PI;
      const px = Math.round(x + Math.cos(turned) * r * 0.55);
      const py = Math.round(y + Math.sin(turned) * r * 0.55);
      return `<circle cx="${px}" cy="${py}" r="${Math.round(r * 0.4)}" fill="${metal.shade}"/>`;
    })
    .join('');
}

function stack(scene: Scene, { x, count }: { x: number; count: number }, metal: Tone): string {
  const { floor, room } = scene;
  const layers = Array.from({ length: count }, (_, at) => {
    const y = floor + 10 - at * 13;
    const dx = at % 2 === 0 ? 0 : 4;
    return (
      shape(`M${x - 48 + dx} ${y - 13}v11a48 14 0 0 0 96 0v-11Z`, metal.shade) +
      shape(`M${x - 48 + dx} ${y - 13}v11a48 14 0 0 0 40 13.6v-11Z`, metal.own) +
      shape(ellipse(x + dx, y - 13, 48, 14), metal.own) +
      stroke(ellipse(x + dx, y - 13, 41, 11), metal.lit, 1.6)
    );
  });
  const top = floor + 10 - (count - 1) * 13 - 13;
  return (
    shape(ellipse(x + 26, floor + 14, 56, 14), room.shadow) +
    layers.join('') +
    shape(`M${x - 9} ${top}l10 -4l10 4l-10 4Z`, '#1f1c18')
  );
}
