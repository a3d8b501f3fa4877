export { brandStyle } from './brand.ts';
export { contrast, readColour } from './contrast.ts';
export type { Rgb } from './contrast.ts';
