export { hashOfInput } from './input-hash.ts';
export { forgetOldAnswers, once } from './once.ts';
export type { Answered, Claim, KeyReused } from './once.ts';
export type { Scope } from './store.ts';
