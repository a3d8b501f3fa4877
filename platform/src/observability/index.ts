export { openLog } from './log.ts';
export type { Logger } from './log.ts';
export { openMetrics } from './metrics.ts';
export type { Metrics } from './metrics.ts';
