/** A colour as its three channels, 0–255. */
export type Rgb = readonly [number, number, number];

/** Reads "#c2361d"; undefined for anything else (names, alpha, three digits). */
export function readColour(text: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (match === null) return undefined;
  const [, red = '', green = '', blue = ''] = match;
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

export function writeColour(rgb: Rgb): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2 contrast of two colours, 1–21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((one, two) => two - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** `share` (0–1) of `other` mixed into `colour`. */
export function mix(colour: Rgb, other: Rgb, share: number): Rgb {
  const channel = (position: 0 | 1 | 2) =>
    Math.round(colour[position] * (1 - share) + other[position] * share);
  return [channel(0), channel(1), channel(2)];
}
