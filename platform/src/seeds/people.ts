import type { Role } from '../actor.ts';

/** Somebody who can sign in to the demo; the code comes from the messaging simulator. */
export interface DemoPerson {
  readonly phone: string;
  readonly role: Role;
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { phone: '13800000001', role: 'operator' },
  { phone: '13800000002', role: 'merchant' },
  { phone: '13800000003', role: 'member' },
];
