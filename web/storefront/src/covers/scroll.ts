import { shape, solid, stroke, TONES } from './scene.ts';
import type { Chance, Scene, Tone } from './scene.ts';

const SILKS = [TONES.indigo, TONES.pine, TONES.plum, TONES.bronze, TONES.celadon] as const;

interface Paper {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A hanging scroll on the wall: silk, paper, and a picture in ink. */
export function scroll(scene: Scene): string {
  const { chance, room } = scene;
  const width = chance.between(128, 172);
  const x = 200 - width / 2 + chance.between(-14, 14);
  const silk = chance.of(SILKS);
  const paper = { x: x + 14, y: 96, width: width - 28, height: 196 };
  const pictures = [mountains, plum, bamboo] as const;
  const picture = chance.of(pictures);
  return (
    shape(`M${x + 12} 66h${width}v272h-${width}Z`, room.shadow, 'opacity=".55"') +
    stroke(`M${x + 8} 58L${x + width / 2} 28L${x + width - 8} 58`, TONES.ebony.own, 1.5) +
    silkPanel({ x, width, silk }) +
    shape(
      `M${paper.x} ${paper.y}h${paper.width}v${paper.height}h-${paper.width}Z`,
      TONES.paper.own,
    ) +
    `<clipPath id="p"><path d="M${paper.x} ${paper.y}h${paper.width}v${paper.height}h-${paper.width}Z"/></clipPath>` +
    `<g clip-path="url(#p)">${picture(chance, paper)}</g>` +
    seal(paper) +
    rod({ x: x - 8, y: 52, width: width + 16, name: 'r1' }) +
    rod({ x: x - 14, y: 330, width: width + 28, name: 'r2' })
  );
}

function silkPanel(at: { x: number; width: number; silk: Tone }): string {
  const { x, width, silk } = at;
  return (
    shape(`M${x} 60h${width}v272h-${width}Z`, silk.own) +
    shape(`M${x + width - 9} 60h9v272h-9Z`, silk.shade) +
    shape(`M${x} 60h5v272h-5Z`, silk.lit) +
    stroke(`M${x} 84h${width}M${x} 304h${width}`, silk.lit, 1)
  );
}

function rod(at: { x: number; y: number; width: number; name: string }): string {
  const { x, y, width, name } = at;
  return (
    solid(name, `M${x} ${y}h${width}v12h-${width}Z`, TONES.wood, 0) +
    shape(`M${x} ${y + 7}h${width}v5h-${width}Z`, TONES.wood.shade) +
    shape(`M${x - 5} ${y - 1}h9v14h-9ZM${x + width - 4} ${y - 1}h9v14h-9Z`, TONES.ebony.own)
  );
}

function seal({ x, y, width, height }: Paper): string {
  return shape(`M${x + width - 22} ${y + height - 26}h12v12h-12Z`, TONES.cinnabar.own);
}

/** Three ranges, the far ones pale, and a sun. */
function mountains(chance: Chance, { x, y, width, height }: Paper): string {
  const range = (base: number, tall: number, ink: string) => {
    const peaks = [0.2, 0.5, 0.82].map((at) => {
      const px = x + width * (at + chance.between(-0.08, 0.08));
      const py = y + base - tall * chance.between(0.6, 1.05);
      return `Q${px - 18} ${py + 4} ${px} ${py}T${px + width * 0.16} ${y + base - tall * 0.32}`;
    });
    return shape(
      `M${x - 10} ${y + base}${peaks.join('')}L${x + width + 10} ${y + base}V${y + height}H${x - 10}Z`,
      ink,
    );
  };
  const sunX = x + width * chance.between(0.25, 0.75);
  return (
    `<circle cx="${sunX}" cy="${y + 40}" r="13" fill="${TONES.cinnabar.lit}"/>` +
    range(height * 0.62, 74, '#cfc8ba') +
    range(height * 0.76, 62, '#948f84') +
    range(height * 0.9, 50, '#4a4741') +
    shape(`M${x} ${y + height - 22}h${width}v22h-${width}Z`, TONES.paper.own) +
    stroke(`M${x + 18} ${y + height - 14}h${width * 0.4}`, '#948f84', 1.5)
  );
}

/** A branch of plum blossom. */
function plum(chance: Chance, { x, y, width, height }: Paper): string {
  const points = [0.15, 0.32, 0.5, 0.66, 0.84].map((at) => ({
    px: x + width * at,
    py: y + height * (0.86 - at * 0.72) + chance.between(-9, 9),
  }));
  const line = points.map(({ px, py }, at) => `${at === 0 ? 'M' : 'L'}${px} ${py}`).join('');
  const blossoms = points.flatMap(({ px, py }) =>
    [0, 1].map((side) => {
      const bx = px + chance.between(-14, 14);
      const by = py + (side === 0 ? -12 : 12) + chance.between(-5, 5);
      const r = chance.between(4, 7);
      return `<circle cx="${bx}" cy="${by}" r="${r}" fill="${TONES.cinnabar.lit}"/><circle cx="${bx}" cy="${by}" r="1.6" fill="#f3ead6"/>`;
    }),
  );
  return stroke(line, '#2f2b26', 5) + stroke(line, '#57514a', 1.5) + blossoms.join('');
}

/** Two stems of bamboo and their leaves. */
function bamboo(chance: Chance, { x, y, width, height }: Paper): string {
  const stem = (at: number, ink: string, wide: number) => {
    const px = x + width * at;
    const joints = [0, 1, 2, 3, 4].map((part) => {
      const top = y + height - part * 46 - 42;
      return `M${px + part} ${top + 40}L${px + part + 1} ${top}`;
    });
    const leaves = [1, 2, 3, 4].map((part) => {
      const lx = px + part;
      const ly = y + height - part * 46 + chance.between(-6, 6);
      const way = part % 2 === 0 ? 1 : -1;
      const reach = way * chance.between(26, 40);
      return `M${lx} ${ly}q${reach * 0.5} -12 ${reach} 14q${-reach * 0.6} 0 ${-reach} -14Z`;
    });
    return stroke(joints.join(''), ink, wide) + shape(leaves.join(''), ink);
  };
  return stem(0.62, '#a8a397', 5) + stem(0.36, '#37342e', 7);
}
