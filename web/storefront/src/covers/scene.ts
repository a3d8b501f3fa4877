/** A drawing's own chance: the same seed, the same picture, on every machine and for ever. */
export interface Chance {
  /** An integer from 0 up to, not including, `count`. */
  pick(count: number): number;
  /** A number between two others, on a tenth. */
  between(low: number, high: number): number;
  of<Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number];
}

/** A small multiply-and-shift generator (mulberry32) over the seed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    pick: (count) => Math.floor(next() * count),
    between: (low, high) => Math.round((low + next() * (high - low)) * 10) / 10,
    of: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  };
}

/** A material under the one light, which comes from the upper left: lit, own and shaded side. */
export interface Tone {
  readonly lit: string;
  readonly own: string;
  readonly shade: string;
}

export const TONES = {
  porcelain: { lit: '#fdfbf6', own: '#f3ede1', shade: '#d5cab6' },
  cinnabar: { lit: '#cf5a3c', own: '#b23f27', shade: '#832b1a' },
  indigo: { lit: '#46657a', own: '#2f4858', shade: '#1f313e' },
  pine: { lit: '#5d7f69', own: '#43614f', shade: '#2d4437' },
  celadon: { lit: '#c3d6c4', own: '#a5bfa9', shade: '#7d9b84' },
  jade: { lit: '#86b79b', own: '#5f9779', shade: '#3f7459' },
  mutton: { lit: '#f6f3e8', own: '#e6e2d2', shade: '#c3bfa9' },
  bronze: { lit: '#c69c5c', own: '#a37a3e', shade: '#735226' },
  silver: { lit: '#d4d3cd', own: '#b0aea6', shade: '#7f7d76' },
  clay: { lit: '#a96f52', own: '#87523a', shade: '#5e3625' },
  wood: { lit: '#96704d', own: '#745233', shade: '#4e3520' },
  ebony: { lit: '#5b4a40', own: '#3e312a', shade: '#271e19' },
  plum: { lit: '#8d5763', own: '#6b3b47', shade: '#4a2630' },
  paper: { lit: '#fbf7ec', own: '#f1e9d8', shade: '#d8cbb2' },
} satisfies Readonly<Record<string, Tone>>;

interface Room {
  readonly wall: string;
  readonly table: string;
  readonly edge: string;
  readonly shadow: string;
}

const ROOMS: readonly [Room, ...Room[]] = [
  { wall: '#efe7d8', table: '#e0d3bd', edge: '#cdbb9d', shadow: '#c4b394' },
  { wall: '#e0e5db', table: '#ced7c8', edge: '#b5c2b0', shadow: '#adbba8' },
  { wall: '#ecdfd6', table: '#dcc9bc', edge: '#c7ae9e', shadow: '#bfa696' },
  { wall: '#dfe2e3', table: '#cbd0d2', edge: '#b1b8bb', shadow: '#a8b0b4' },
  { wall: '#f0e2c3', table: '#e2cd9f', edge: '#cbb17a', shadow: '#c3a871' },
  { wall: '#45423b', table: '#35322c', edge: '#5a564c', shadow: '#24221d' },
];

export interface Scene {
  readonly chance: Chance;
  readonly room: Room;
  /** Where things stand: the height of the table under them. */
  readonly floor: number;
}

export const SIZE = 400;

/** A room for one still life, and its emptied walls as SVG. */
export function openScene(chance: Chance): { readonly scene: Scene; readonly backdrop: string } {
  const room = chance.of(ROOMS);
  const step = chance.between(70, 330);
  const low = 292;
  const high = 270;
  const table = `M0 ${low}H${step}V${high}H${SIZE}V${SIZE}H0Z`;
  const backdrop =
    `<path fill="${room.wall}" d="M0 0H${SIZE}V${SIZE}H0Z"/>` +
    `<path fill="${room.table}" d="${table}"/>` +
    `<path fill="none" stroke="${room.edge}" stroke-width="1.5" d="M0 ${low}H${step}V${high}H${SIZE}"/>`;
  return { scene: { chance, room, floor: 332 }, backdrop };
}

/** A filled shape. */
export function shape(d: string, fill: string, more = ''): string {
  return `<path fill="${fill}" d="${d}"${more === '' ? '' : ` ${more}`}/>`;
}

/** A stroke. */
export function stroke(d: string, colour: string, width: number): string {
  return `<path fill="none" stroke="${colour}" stroke-width="${width}" d="${d}"/>`;
}

/**
 * A body under the light: its shade follows its own outline on the right, a thin light on the left.
 * @param name unique within the picture. @param turn how far the light reaches round it.
 */
export function solid(name: string, d: string, tone: Tone, turn: number): string {
  return (
    `<clipPath id="${name}"><path d="${d}"/></clipPath><g clip-path="url(#${name})">` +
    shape(d, tone.shade) +
    shape(d, tone.own, `transform="translate(${-turn} 0)"`) +
    shape(d, tone.lit, `transform="translate(${-turn * 3.1} 0)"`) +
    shape(d, tone.own, `transform="translate(${-turn * 3.6} 0)"`) +
    '</g>'
  );
}

/** The shadow that a thing throws on the table, away from the light. */
export function shadow(scene: Scene, at: { x: number; width: number; length: number }): string {
  const { x, width, length } = at;
  const y = scene.floor;
  const half = width / 2;
  return shape(
    `M${x - half} ${y}Q${x} ${y + 16} ${x + half} ${y}L${x + half + length} ${y - length * 0.34}` +
      `Q${x + half + length * 0.7} ${y - length * 0.5} ${x + half * 0.6} ${y - 8}Z`,
    scene.room.shadow,
  );
}

export function ellipse(x: number, y: number, rx: number, ry: number): string {
  return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
}
