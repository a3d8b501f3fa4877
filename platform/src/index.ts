export { readConfig } from './config.ts';
export type { Config, Installation, ProcessRole } from './config.ts';
export type { Context, Pool, Transaction } from './context.ts';
export { openContext } from './operator.ts';
export type { OpenContext, OpenedContext } from './operator.ts';
export { derivedUuid } from './random.ts';
export type { Random } from './random.ts';
