export { Caller, Connections, textAt } from './server/caller.ts';
export type { Reply } from './server/caller.ts';
export { LoadMall, openBeside } from './server/load-mall.ts';
export type { OpenLoadMall } from './server/load-mall.ts';
export { makeDataFolder, removeDataFolder, RunningServer } from './server/running-server.ts';
export { seededRandom } from './random.ts';
