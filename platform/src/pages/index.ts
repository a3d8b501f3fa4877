export { mountPages } from './routes.ts';
export type { PagesOptions } from './routes.ts';
