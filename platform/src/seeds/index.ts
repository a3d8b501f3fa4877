export { seedFounding } from './founding.ts';
export type { FoundingRow } from './founding.ts';
export { enrolPeople, seedGeneral } from './general.ts';
export { DEMO_PEOPLE } from './people.ts';
export { presetPolicy } from './policies.ts';
export { purchase } from './purchase.ts';
export type { Purchase, Until } from './purchase.ts';
