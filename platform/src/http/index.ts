export {
  actorIfAny,
  actorOf,
  actorWithRole,
  merchantOf,
  SESSION_COOKIE,
  tokenOf,
} from './actor-of.ts';
export { createApp, openApiHead } from './app.ts';
export type { AppOptions } from './app.ts';
export type { App, AppEnv, Http, SessionOutcome } from './app-env.ts';
export { answerTo, claimOf, keyOf } from './claim.ts';
export { decodeCursor, encodeCursor } from './cursor.ts';
export type { CursorList } from './cursor.ts';
export type { Language } from './language.ts';
export { Problem, problemTable, valueOf } from './problem.ts';
export type { ProblemCode } from './problem.ts';
export { listen } from './server.ts';
export type { Listening } from './server.ts';
export { pathInTenant, slugOf } from './tenant-of.ts';
