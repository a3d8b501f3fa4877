import { ellipse, shadow, shape, solid, stroke, TONES } from './scene.ts';
import type { Scene } from './scene.ts';

type Outline = (x: number, floor: number) => string;

/** Half outlines, mirrored: shoulders, gourd, jar, flask. */
const OUTLINES: readonly [Outline, ...Outline[]] = [
  (x, f) =>
    `M${x - 15} ${f - 222}h30v58q2 26 32 44q10 8 10 22V${f - 12}q0 12 -12 12h-90q-12 0 -12 -12` +
    `V${f - 98}q0 -14 10 -22q30 -18 32 -44Z`,
  (x, f) =>
    `M${x - 13} ${f - 212}h26v34q0 16 14 26q16 12 6 34q-6 12 12 22q26 18 22 52` +
    `q-4 44 -40 44h-54q-36 0 -40 -44q-4 -34 22 -52q18 -10 12 -22q-10 -22 6 -34q14 -10 14 -26Z`,
  (x, f) => `M${x - 30} ${f - 176}h60v18q46 22 46 76q0 52 -34 82h-84q-34 -30 -34 -82q0 -54 46 -76Z`,
  (x, f) =>
    `M${x - 13} ${f - 250}h26v96q0 14 12 24q16 12 16 32v98h-82v-98q0 -20 16 -32q12 -10 12 -24Z`,
];

const GLAZES = [
  TONES.porcelain,
  TONES.cinnabar,
  TONES.indigo,
  TONES.pine,
  TONES.celadon,
  TONES.clay,
  TONES.ebony,
] as const;

/** A bottle of spirits with its paper label, and a cup. */
export function bottle(scene: Scene): string {
  const { chance, floor } = scene;
  const right = chance.pick(2) === 1;
  const x = right ? chance.between(222, 244) : chance.between(156, 178);
  const cupX = right ? x - 112 : x + 108;
  const glaze = chance.of(GLAZES);
  const which = chance.pick(OUTLINES.length);
  const outline = OUTLINES[which] ?? OUTLINES[0];
  const neck = [222, 212, 176, 250][which] ?? 222;
  const wide = which === 2 ? 36 : 15;
  return (
    shadow(scene, { x, width: 96, length: 96 }) +
    solid('b', outline(x, floor), glaze, 24) +
    stopper({ x, top: floor - neck, wide }) +
    label({ x: x - 4, y: floor - (which === 3 ? 84 : 92) }) +
    cup(scene, cupX)
  );
}

function stopper({ x, top, wide }: { x: number; top: number; wide: number }): string {
  const tone = TONES.cinnabar;
  const cloth = `M${x - wide} ${top + 14}V${top - 10}q${wide} -14 ${wide * 2} 0v24q-${wide} 8 -${wide * 2} 0Z`;
  return (
    solid('s', cloth, tone, 8) +
    stroke(`M${x - wide} ${top + 10}q${wide} 8 ${wide * 2} 0`, '#e8d9b0', 2)
  );
}

function label({ x, y }: { x: number; y: number }): string {
  const { paper } = TONES;
  const strokes = [0, 1, 2]
    .map((row) =>
      stroke(`M${x - 7} ${y + 15 + row * 12}h14M${x} ${y + 11 + row * 12}v9`, '#2a2622', 2),
    )
    .join('');
  return (
    shape(`M${x - 17} ${y}h34v58h-34Z`, paper.own) +
    stroke(`M${x - 14} ${y + 3}h28v52h-28Z`, paper.shade, 1) +
    strokes +
    shape(`M${x + 5} ${y + 46}h7v7h-7Z`, TONES.cinnabar.own)
  );
}

function cup(scene: Scene, x: number): string {
  const f = scene.floor + 8;
  const tone = TONES.porcelain;
  return (
    shadow({ ...scene, floor: f }, { x, width: 34, length: 34 }) +
    solid('c', `M${x - 26} ${f - 36}q2 28 14 36h24q12 -8 14 -36Z`, tone, 8) +
    shape(ellipse(x, f - 36, 26, 7), tone.shade) +
    shape(ellipse(x, f - 35, 21, 4.6), '#e7d9b4')
  );
}
