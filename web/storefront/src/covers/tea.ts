import { ellipse, shadow, shape, solid, stroke, TONES } from './scene.ts';
import type { Scene, Tone } from './scene.ts';

const GLAZES = [TONES.porcelain, TONES.celadon, TONES.clay, TONES.indigo, TONES.ebony] as const;

/** Tea: a pot and a cup, a covered bowl, or a cake in its wrapper. */
export function tea(scene: Scene): string {
  return scene.chance.of([pot, bowl, cake] as const)(scene);
}

function pot(scene: Scene): string {
  const { chance, floor } = scene;
  const tone = chance.of([TONES.clay, TONES.ebony, TONES.celadon, TONES.plum] as const);
  const x = 178;
  const h = chance.between(92, 116);
  const body = `M${x - 34} ${floor - h}h68q40 14 40 ${h * 0.55}q0 ${h * 0.45 - 4} -44 ${h * 0.45}h-60q-44 0 -44 ${-h * 0.45 + 4}q0 ${-h * 0.55 + 14} 40 ${-h * 0.55}Z`;
  return (
    shadow(scene, { x, width: 120, length: 84 }) +
    stroke(`M${x - 66} ${floor - h * 0.74}q-44 6 -36 36q6 26 44 20`, tone.own, 11) +
    shape(`M${x + 60} ${floor - h * 0.4}q26 -6 30 -44l16 -2q-2 58 -44 72Z`, tone.shade) +
    solid('p', body, tone, 22) +
    solid('l', `M${x - 36} ${floor - h}q36 -22 72 0Z`, tone, 12) +
    shape(ellipse(x, floor - h - 17, 10, 9), tone.own) +
    shape(ellipse(x - 3, floor - h - 19, 4, 3), tone.lit) +
    cup(scene, { x: 302, tone: TONES.porcelain })
  );
}

function cup(scene: Scene, { x, tone }: { x: number; tone: Tone }): string {
  const f = scene.floor + 12;
  return (
    shadow({ ...scene, floor: f }, { x, width: 40, length: 34 }) +
    solid('c', `M${x - 32} ${f - 40}q2 34 18 40h28q16 -6 18 -40Z`, tone, 9) +
    shape(ellipse(x, f - 40, 32, 9), tone.shade) +
    shape(ellipse(x, f - 38, 27, 6.4), '#a86a2e')
  );
}

function bowl(scene: Scene): string {
  const { chance, floor } = scene;
  const tone = chance.of(GLAZES);
  const x = chance.between(188, 204);
  const rim = floor - 108;
  return (
    shape(ellipse(x + 34, floor + 4, 104, 22), scene.room.shadow) +
    solid('s', `M${x - 96} ${floor - 16}q96 44 192 0q-20 28 -58 28h-76q-38 0 -58 -28Z`, tone, 18) +
    solid('b', `M${x - 82} ${rim}q4 74 48 104h68q44 -30 48 -104Z`, tone, 22) +
    shape(ellipse(x, rim, 82, 18), tone.shade) +
    solid('l', `M${x - 70} ${rim - 4}q10 -44 70 -46t70 46q-70 22 -140 0Z`, tone, 18) +
    solid('k', `M${x - 19} ${rim - 48}l-6 -18h50l-6 18Z`, tone, 7) +
    motif(x - 6, rim + 46, tone)
  );
}

/** A sprig in blue on the bowl. */
function motif(x: number, y: number, tone: Tone): string {
  const ink = tone === TONES.porcelain ? TONES.indigo.own : tone.shade;
  return (
    stroke(`M${x - 30} ${y + 16}q24 -2 34 -34`, ink, 2.4) +
    shape(
      `M${x - 12} ${y + 10}q-16 -2 -18 -16q16 2 18 16ZM${x - 2} ${y - 4}q16 0 20 -14q-18 0 -20 14Z`,
      ink,
    )
  );
}

function cake(scene: Scene): string {
  const { chance, floor, room } = scene;
  const x = 186;
  const r = chance.between(98, 110);
  const y = floor - r + 6;
  const ink = chance.of([TONES.cinnabar, TONES.pine, TONES.indigo] as const);
  const pleats = Array.from({ length: 16 }, (_, at) => {
    const angle = (at / 16) * Math.PI * 2;
    const [cx, cy] = [Math.cos(angle), Math.sin(angle)];
    return `M${Math.round(x + cx * r * 0.66)} ${Math.round(y + cy * r * 0.66)}L${Math.round(x + cx * r * 0.97)} ${Math.round(y + cy * r * 0.97)}`;
  });
  return (
    shape(
      `M${x - 40} ${floor + 2}L${x + r} ${floor - 4}L${x + r + 84} ${floor - 40}L${x + r * 0.9} ${floor - 50}Z`,
      room.shadow,
    ) +
    shape(ellipse(x + 12, y + 2, r, r), TONES.paper.shade) +
    shape(ellipse(x, y, r, r), TONES.paper.own) +
    stroke(pleats.join(''), TONES.paper.shade, 1.6) +
    stroke(ellipse(x, y, r * 0.62, r * 0.62), ink.own, 3) +
    shape(ellipse(x, y, r * 0.5, r * 0.5), ink.own) +
    stroke(
      `M${x - 22} ${y - 14}h44M${x} ${y - 32}v62M${x - 26} ${y + 8}h52M${x - 16} ${y + 30}l16 -16l16 16`,
      TONES.paper.lit,
      6,
    ) +
    chips(scene)
  );
}

function chips({ chance, floor }: Scene): string {
  return [0, 1, 2, 3]
    .map((at) => {
      const x = 296 + at * 20 + chance.between(-6, 6);
      const y = floor + chance.between(-2, 22);
      return shape(
        `M${x} ${y}l${chance.between(10, 20)} ${chance.between(-9, 0)}l6 9l-18 7Z`,
        at % 2 === 0 ? '#4a3323' : '#6a4a30',
      );
    })
    .join('');
}
