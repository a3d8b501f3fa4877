import { shape, stroke, TONES } from './scene.ts';
import type { Chance, Scene, Tone } from './scene.ts';

const INKS = [TONES.cinnabar, TONES.indigo, TONES.pine, TONES.plum, TONES.bronze] as const;

interface Sheet {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Stamps from above: one in front, one behind it, an arc of a postmark. */
export function stamp(scene: Scene): string {
  const { chance, room } = scene;
  const upright = chance.pick(2) === 1;
  const width = upright ? 168 : 214;
  const height = upright ? 208 : 164;
  const sheet = { x: 200 - width / 2, y: 196 - height / 2, width, height };
  const tilt = chance.between(-7, 5);
  const ink = chance.of(INKS);
  const behind = chance.of(INKS);
  const turn = (angle: number, inside: string) =>
    `<g transform="rotate(${angle} 200 200)">${inside}</g>`;
  const lifted = { ...sheet, x: sheet.x + 10, y: sheet.y + 12 };
  return (
    turn(tilt + 15, perforated({ ...sheet, x: sheet.x + 40, y: sheet.y - 22 }, room.shadow)) +
    turn(
      tilt + 14,
      perforated({ ...sheet, x: sheet.x + 34, y: sheet.y - 30 }, TONES.paper.shade) +
        picture(chance, { ...sheet, x: sheet.x + 34, y: sheet.y - 30 }, behind),
    ) +
    turn(
      tilt,
      perforated(lifted, room.shadow) +
        perforated(sheet, TONES.paper.lit) +
        picture(chance, sheet, ink) +
        postmark(sheet),
    )
  );
}

/** A sheet whose edges are bitten at an even distance. */
function perforated({ x, y, width, height }: Sheet, fill: string): string {
  const bite = (count: number, way: string) => way.repeat(count);
  const across = Math.round(width / 14);
  const down = Math.round(height / 14);
  const dx = Math.round((width / across) * 100) / 100;
  const dy = Math.round((height / down) * 100) / 100;
  const gapX = dx - 8;
  const gapY = dy - 8;
  return shape(
    `M${x} ${y}${bite(across, `h${gapX / 2}a4 4 0 0 0 8 0h${gapX / 2}`)}` +
      `${bite(down, `v${gapY / 2}a4 4 0 0 0 0 8v${gapY / 2}`)}` +
      `${bite(across, `h${-gapX / 2}a4 4 0 0 0 -8 0h${-gapX / 2}`)}` +
      `${bite(down, `v${-gapY / 2}a4 4 0 0 0 0 -8v${-gapY / 2}`)}Z`,
    fill,
  );
}

function picture(chance: Chance, { x, y, width, height }: Sheet, ink: Tone): string {
  const left = x + 18;
  const top = y + 18;
  const w = width - 36;
  const h = height - 36;
  const name = `q${Math.round(x)}`;
  const inside = chance.of([crane, pagoda, wave] as const)(
    chance,
    { x: left, y: top, width: w, height: h },
    ink,
  );
  return (
    `<clipPath id="${name}"><path d="M${left} ${top}h${w}v${h}h${-w}Z"/></clipPath>` +
    `<g clip-path="url(#${name})">${shape(`M${left} ${top}h${w}v${h}h${-w}Z`, ink.own)}${inside}</g>`
  );
}

function crane(chance: Chance, { x, y, width, height }: Sheet, ink: Tone): string {
  const cx = x + width * chance.between(0.44, 0.56);
  const cy = y + height * 0.56;
  const white = TONES.paper.lit;
  return (
    `<circle cx="${x + width * 0.74}" cy="${y + height * 0.26}" r="${width * 0.12}" fill="${ink.lit}"/>` +
    shape(
      `M${cx - 62} ${cy - 6}q34 -34 66 0q26 -44 66 -46q-22 14 -34 44q-10 26 -44 22q-28 -2 -54 -20Z`,
      white,
    ) +
    stroke(`M${cx + 30} ${cy}q22 6 38 -10`, white, 4) +
    stroke(`M${cx - 48} ${cy + 2}l-40 14M${cx - 46} ${cy + 6}l-36 20`, white, 2) +
    shape(`M${cx + 66} ${cy - 14}l14 -2l-12 7Z`, ink.shade)
  );
}

function pagoda(_: Chance, { x, y, width, height }: Sheet, ink: Tone): string {
  const cx = x + width / 2;
  const base = y + height - 18;
  const storeys = [0, 1, 2, 3].map((at) => {
    const half = 46 - at * 9;
    const top = base - 20 - at * 28;
    return (
      shape(`M${cx - half * 0.66} ${top}h${half * 1.32}v22h${-half * 1.32}Z`, TONES.paper.own) +
      shape(
        `M${cx - half} ${top + 2}q${half * 0.4} -4 ${half * 0.6} -13h${half * 0.8}q${half * 0.2} 9 ${half * 0.6} 13Z`,
        TONES.paper.lit,
      )
    );
  });
  return (
    `<circle cx="${x + width * 0.24}" cy="${y + height * 0.26}" r="16" fill="${ink.lit}"/>` +
    storeys.join('') +
    stroke(`M${cx} ${base - 114}v-20`, TONES.paper.lit, 3) +
    shape(`M${x} ${base}h${width}v22h${-width}Z`, ink.shade)
  );
}

function wave(chance: Chance, { x, y, width, height }: Sheet, ink: Tone): string {
  const rows = [0, 1, 2, 3].map((row) => {
    const r = 26;
    const top = y + height - 24 - row * 22;
    const shift = row % 2 === 0 ? 0 : r;
    const arcs = Array.from({ length: Math.ceil(width / (2 * r)) + 2 }, (_, at) => {
      const cx = x - r + shift + at * 2 * r;
      return [26, 17, 8]
        .map((size) => `M${cx - size} ${top}a${size} ${size} 0 0 1 ${2 * size} 0`)
        .join('');
    });
    const sea = shape(`M${x} ${top}h${width}v24h${-width}Z`, ink.own);
    return sea + stroke(arcs.join(''), TONES.paper.lit, 2);
  });
  const sun = x + width * chance.between(0.3, 0.7);
  return (
    `<circle cx="${sun}" cy="${y + height * 0.3}" r="${width * 0.13}" fill="${TONES.paper.lit}"/>` +
    rows.toReversed().join('')
  );
}

function postmark({ x, y, width, height }: Sheet): string {
  const cx = x + width - 6;
  const cy = y + height - 10;
  const ink = '#2a2622';
  return (
    `<g opacity=".62"><circle cx="${cx}" cy="${cy}" r="46" fill="none" stroke="${ink}" stroke-width="2.6"/>` +
    `<circle cx="${cx}" cy="${cy}" r="30" fill="none" stroke="${ink}" stroke-width="1.6"/>` +
    `${stroke(`M${cx - 28} ${cy - 6}h56M${cx - 28} ${cy + 8}h56`, ink, 2)}</g>`
  );
}
