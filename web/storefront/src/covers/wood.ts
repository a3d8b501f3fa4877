import { ellipse, shadow, shape, solid, stroke, TONES } from './scene.ts';
import type { Chance, Scene } from './scene.ts';

/** Agarwood: a slice with its rings, a carved piece on a stand, or prayer beads. */
export function wood(scene: Scene): string {
  return scene.chance.of([slice, mountain, beads] as const)(scene);
}

const POINTS = 14;

/** A ring that is not quite round: the same bumps at every size, as in a tree. */
function ringPath(at: { x: number; y: number; r: number }, bumps: readonly number[]): string {
  const points = bumps.map((bump, step) => {
    const angle = (step / POINTS) * Math.PI * 2;
    const r = at.r * bump;
    return [
      Math.round(at.x + Math.cos(angle) * r),
      Math.round(at.y + Math.sin(angle) * r),
    ] as const;
  });
  const middle = (step: number) => {
    const [ax, ay] = points[step % POINTS] ?? [0, 0];
    const [bx, by] = points[(step + 1) % POINTS] ?? [0, 0];
    return `${(ax + bx) / 2} ${(ay + by) / 2}`;
  };
  const curves = points.map(([px, py], step) => `Q${px} ${py} ${middle(step)}`);
  return `M${middle(POINTS - 1)}${curves.join('')}Z`;
}

function bumpsOf(chance: Chance): number[] {
  return Array.from({ length: POINTS }, () => chance.between(0.9, 1.1));
}

function slice(scene: Scene): string {
  const { chance, floor } = scene;
  const bumps = bumpsOf(chance);
  const r = chance.between(100, 112);
  const x = 190;
  const y = floor - r + 8;
  const heart = { x: x + chance.between(-14, 14), y: y + chance.between(-10, 10) };
  const rings = [0.88, 0.78, 0.7, 0.58, 0.5, 0.38, 0.3, 0.2, 0.1].map((share, at) => {
    const pull = 1 - share;
    const cx = x + (heart.x - x) * pull;
    const cy = y + (heart.y - y) * pull;
    const dark = at % 3 === 1;
    return stroke(
      ringPath({ x: cx, y: cy, r: r * share }, bumps),
      dark ? '#5b3c22' : '#a67f55',
      dark ? 3 : 1.6,
    );
  });
  const crack = `M${heart.x} ${heart.y}l${r * 0.44} ${-r * 0.3}l${r * 0.42} ${-r * 0.2}`;
  return (
    shadow(scene, { x, width: 110, length: 96 }) +
    shape(ringPath({ x: x + 14, y: y + 3, r }, bumps), TONES.wood.shade) +
    shape(ringPath({ x, y, r }, bumps), TONES.ebony.own) +
    shape(ringPath({ x, y, r: r * 0.95 }, bumps), '#c29a6b') +
    rings.join('') +
    stroke(crack, '#3a2716', 2.5)
  );
}

function mountain(scene: Scene): string {
  const { chance, floor } = scene;
  const x = 196;
  const peak = chance.between(150, 190);
  const lean = chance.between(-26, 26);
  const base = floor - 26;
  const body =
    `M${x - 78} ${base}q6 -44 30 -62q4 -40 ${22 + lean * 0.3} ${-peak + 106}q14 -34 26 -4` +
    `q4 26 26 40q6 34 26 52Q${x + 72} ${base - 44} ${x + 76} ${base}Z`;
  const grain = [0, 1, 2, 3, 4].map((at) => {
    const gx = x - 48 + at * 22;
    return stroke(
      `M${gx} ${base - 4}q${chance.between(-6, 14)} -40 ${8 + lean * 0.2} ${-60 - at * 7}`,
      TONES.ebony.own,
      2,
    );
  });
  return (
    shadow(scene, { x, width: 130, length: 86 }) +
    solid('w', body, TONES.wood, 20) +
    `<g clip-path="url(#w)" opacity=".55">${grain.join('')}</g>` +
    solid('f', `M${x - 94} ${base}h196l-12 14h10l6 12h-208l6 -12h12Z`, TONES.ebony, 12) +
    smoke(x + 118, floor)
  );
}

function smoke(x: number, floor: number): string {
  return (
    shape(`M${x - 16} ${floor}q-4 -22 16 -22t16 22Z`, TONES.celadon.own) +
    shape(`M${x + 4} ${floor}q10 -14 2 -21q12 2 10 21Z`, TONES.celadon.shade) +
    `<g opacity=".5">${stroke(`M${x} ${floor - 24}q-16 -28 0 -54t-4 -58`, TONES.paper.lit, 3)}</g>`
  );
}

function beads(scene: Scene): string {
  const { chance, room } = scene;
  const count = 18;
  const tilt = chance.between(0, 1);
  const at = (step: number) => {
    const angle = ((step + tilt) / count) * Math.PI * 2;
    return [
      200 + Math.round(Math.cos(angle) * 112),
      216 + Math.round(Math.sin(angle) * 92),
    ] as const;
  };
  const spots = Array.from({ length: count }, (_, step) => at(step));
  const dark = spots.map(([x, y]) => shape(ellipse(x + 9, y + 9, 20, 18), room.shadow));
  const lit = spots.map(([x, y], step) => {
    const tone = step === 4 ? TONES.cinnabar : TONES.wood;
    return (
      shape(ellipse(x, y, 20, 20), tone.shade) +
      shape(ellipse(x - 3, y - 3, 16, 16), tone.own) +
      shape(ellipse(x - 7, y - 8, 5, 4), tone.lit)
    );
  });
  const [tx, ty] = spots[4] ?? [200, 300];
  return (
    dark.join('') +
    lit.join('') +
    stroke(`M${tx} ${ty + 18}v16`, TONES.cinnabar.own, 3) +
    shape(`M${tx - 7} ${ty + 34}h14l5 46h-24Z`, TONES.cinnabar.own)
  );
}
