export { done, refuse } from './outcome.ts';
export type { Done, Outcome, Refusal, Refused } from './outcome.ts';
export { Fault, invariant } from './invariant.ts';
