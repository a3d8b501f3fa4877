export { advanceClock } from './advance-clock.ts';
export { closeDueDays, endDay } from './end-day.ts';
export { doDueWork, startTick } from './tick.ts';
export type { Tick } from './tick.ts';
