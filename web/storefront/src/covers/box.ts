import { shape, stroke, TONES } from './scene.ts';
import type { Scene, Tone } from './scene.ts';

const CARDS = [
  TONES.cinnabar,
  TONES.pine,
  TONES.indigo,
  TONES.paper,
  TONES.plum,
  TONES.bronze,
  TONES.celadon,
] as const;

interface Block {
  readonly x: number;
  readonly floor: number;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/** A wrapped box tied with a cord, at times with a smaller one on it. */
export function box(scene: Scene): string {
  const { chance, floor, room } = scene;
  const width = chance.between(140, 176);
  const height = chance.between(86, 128);
  const depth = chance.between(46, 60);
  const lower = { x: 196 - width / 2 - depth / 3, floor: floor + 4, width, height, depth };
  const cord = chance.of([TONES.bronze, TONES.paper, TONES.ebony] as const);
  const second = chance.pick(2) === 1;
  const upper = {
    x: lower.x + width * 0.2 + depth * 0.3,
    floor: lower.floor - height - depth * 0.24,
    width: width * 0.6,
    height: height * 0.5,
    depth: depth * 0.62,
  };
  const end = lower.x + width + depth;
  return (
    shape(
      `M${lower.x + 20} ${lower.floor}L${end} ${lower.floor - depth * 0.5}L${end + 74} ${lower.floor - depth * 0.5 - 26}L${lower.x + width} ${lower.floor}Z`,
      room.shadow,
    ) +
    block(lower, chance.of(CARDS), cord) +
    (second ? block(upper, chance.of(CARDS), cord) + knot(upper, cord) : knot(lower, cord))
  );
}

function block({ x, floor, width, height, depth }: Block, card: Tone, cord: Tone): string {
  const top = floor - height;
  const rise = depth * 0.5;
  const lid = Math.round(height * 0.3);
  const mid = x + width / 2;
  return (
    shape(`M${x} ${floor}V${top}h${width}V${floor}Z`, card.own) +
    shape(`M${x + width} ${floor}V${top}l${depth} ${-rise}V${floor - rise}Z`, card.shade) +
    shape(`M${x} ${top}l${depth} ${-rise}h${width}l${-depth} ${rise}Z`, card.lit) +
    stroke(`M${x} ${top + lid}h${width}l${depth} ${-rise}`, card.shade, 2) +
    stroke(`M${mid} ${floor}V${top}l${depth} ${-rise}`, cord.own, 5) +
    stroke(`M${x + depth / 2} ${top - rise / 2}h${width}V${floor - rise / 2}`, cord.own, 5) +
    paperLabel({ x: x + width * 0.1, y: top + lid + 8, height: height - lid - 16 }, card)
  );
}

function paperLabel(at: { x: number; y: number; height: number }, card: Tone): string {
  if (at.height < 26) return '';
  const ground = card === TONES.paper ? TONES.cinnabar.own : TONES.paper.lit;
  const ink = card === TONES.paper ? TONES.paper.lit : '#2a2622';
  const rows = Math.max(1, Math.floor((at.height - 8) / 14));
  const marks = Array.from(
    { length: rows },
    (_, row) => `M${at.x + 6} ${at.y + 11 + row * 14}h12M${at.x + 12} ${at.y + 7 + row * 14}v9`,
  );
  return shape(`M${at.x} ${at.y}h24v${at.height}h-24Z`, ground) + stroke(marks.join(''), ink, 1.8);
}

function knot({ x, floor, width, height, depth }: Block, cord: Tone): string {
  const kx = x + width / 2 + depth / 2;
  const ky = floor - height - depth * 0.25;
  return (
    stroke(`M${kx} ${ky}q-40 -30 -40 -8t40 8q40 -30 40 -8t-40 8`, cord.own, 5) +
    stroke(`M${kx} ${ky}q-10 12 -26 16M${kx} ${ky}q12 8 26 8`, cord.shade, 4) +
    shape(`M${kx - 7} ${ky - 6}h14v12h-14Z`, cord.shade)
  );
}
