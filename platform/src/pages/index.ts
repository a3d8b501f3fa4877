export { mountPages } from './routes.ts';
export type { MallSign } from './renderer.ts';
export type { PagesOptions } from './routes.ts';
