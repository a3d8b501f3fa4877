import { ellipse, shadow, shape, solid, stroke, TONES } from './scene.ts';
import type { Chance, Scene, Tone } from './scene.ts';

const STONES = [TONES.jade, TONES.celadon, TONES.mutton, TONES.pine] as const;

/** Jade: a disc on its stand, a pair of bangles, or a pendant on a cord. */
export function jade(scene: Scene): string {
  const { chance } = scene;
  const stone = chance.of(STONES);
  return chance.of([disc, bangles, pendant] as const)(scene, stone);
}

function ring(x: number, y: number, outer: number, inner: number): string {
  return `${ellipse(x, y, outer, outer)}${ellipse(x, y, inner, inner)}`;
}

function body(at: { x: number; y: number; outer: number; inner: number }, stone: Tone): string {
  const { x, y, outer, inner } = at;
  const d = ring(x, y, outer, inner);
  const band = (outer + inner) / 2;
  return (
    `<clipPath id="j"><path clip-rule="evenodd" d="${d}"/></clipPath><g clip-path="url(#j)">` +
    shape(ellipse(x, y, outer, outer), stone.shade) +
    shape(ellipse(x - 9, y - 9, outer, outer), stone.own) +
    shape(ellipse(x - outer * 0.5, y - outer * 0.5, outer * 0.62, outer * 0.62), stone.lit) +
    shape(ellipse(x - outer * 0.36, y - outer * 0.36, outer * 0.62, outer * 0.62), stone.own) +
    `<circle cx="${x}" cy="${y}" r="${band}" fill="none" stroke="${stone.shade}" stroke-width="1.4" opacity=".7"/>` +
    '</g>' +
    `<circle cx="${x}" cy="${y}" r="${inner}" fill="none" stroke="${stone.shade}" stroke-width="3"/>`
  );
}

function veins(chance: Chance, at: { x: number; y: number; outer: number }, stone: Tone): string {
  const { x, y, outer } = at;
  const from = x - outer * 0.7;
  const bend = chance.between(-20, 20);
  return `<g clip-path="url(#j)" opacity=".6">${stroke(
    `M${from} ${y + outer * 0.5}q${outer * 0.6} ${bend} ${outer * 1.3} ${-outer * 0.7}`,
    stone.lit,
    3,
  )}</g>`;
}

function disc(scene: Scene, stone: Tone): string {
  const { chance, floor } = scene;
  const outer = chance.between(84, 100);
  const at = { x: 196, y: floor - outer - 22, outer, inner: outer * chance.between(0.26, 0.4) };
  const grains = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((step) => {
    const angle = (step / 12) * Math.PI * 2;
    const r = outer * 0.72;
    const gx = Math.round(at.x + Math.cos(angle) * r);
    const gy = Math.round(at.y + Math.sin(angle) * r);
    return `<circle cx="${gx}" cy="${gy}" r="3.4" fill="${stone.lit}" opacity=".7"/>`;
  });
  return (
    shadow(scene, { x: at.x, width: 120, length: 88 }) +
    body(at, stone) +
    veins(chance, at, stone) +
    grains.join('') +
    stand(at.x, floor)
  );
}

function stand(x: number, floor: number): string {
  const { ebony } = TONES;
  return (
    solid('t', `M${x - 66} ${floor - 16}h132l8 16h-148Z`, ebony, 10) +
    shape(`M${x - 34} ${floor - 36}q34 26 68 0l6 22h-80Z`, ebony.own) +
    shape(`M${x + 18} ${floor - 28}l16 -8l6 22h-18Z`, ebony.shade)
  );
}

function bangles(scene: Scene, stone: Tone): string {
  const { chance, floor } = scene;
  const outer = chance.between(78, 90);
  const at = { x: 172, y: floor - outer, outer, inner: outer * 0.74 };
  const lying = TONES.mutton;
  return (
    shadow(scene, { x: at.x, width: 50, length: 90 }) +
    body(at, stone) +
    veins(chance, at, stone) +
    shape(ellipse(278, floor + 8, 66, 22), scene.room.shadow) +
    stroke(ellipse(266, floor - 4, 58, 19), lying.shade, 17) +
    stroke(ellipse(266, floor - 7, 58, 19), lying.own, 13) +
    stroke(`M212 ${floor - 12}a58 19 0 0 1 40 -14`, lying.lit, 4)
  );
}

function pendant(scene: Scene, stone: Tone): string {
  const { chance } = scene;
  const at = { x: 200, y: 214, outer: chance.between(58, 70), inner: 17 };
  const cord = TONES.cinnabar;
  const knot = 214 - at.outer - 4;
  return (
    `<g opacity=".5" transform="translate(14 12)">${shape(ellipse(at.x, at.y, at.outer, at.outer), scene.room.shadow)}</g>` +
    stroke(
      `M${at.x} -6C${at.x - 46} 70 ${at.x - 12} 100 ${at.x} ${knot}M${at.x} -6C${at.x + 46} 70 ${at.x + 12} 100 ${at.x} ${knot}`,
      cord.own,
      3,
    ) +
    body(at, stone) +
    veins(chance, at, stone) +
    stroke(`M${at.x} ${knot}L${at.x} ${at.y - 14}`, cord.own, 3) +
    shape(
      `M${at.x - 9} ${knot - 9}h18v18h-18Z`,
      cord.shade,
      `transform="rotate(45 ${at.x} ${knot})"`,
    ) +
    stroke(`M${at.x} ${at.y + at.outer}v22`, cord.own, 3) +
    tassel(at.x, at.y + at.outer + 22)
  );
}

function tassel(x: number, y: number): string {
  const cord = TONES.cinnabar;
  return (
    shape(`M${x - 7} ${y}h14v12h-14Z`, TONES.bronze.own) +
    shape(`M${x - 8} ${y + 12}h16l5 56h-26Z`, cord.own) +
    stroke(
      `M${x - 4} ${y + 14}l-3 52M${x + 1} ${y + 14}v52M${x + 5} ${y + 14}l4 52`,
      cord.shade,
      1.4,
    )
  );
}
