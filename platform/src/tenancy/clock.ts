import type { Tenant } from './tenant.ts';

/** An instant as ISO 8601 text in UTC, "2026-11-25T08:00:00.000Z". */
export type Instant = string;

/** The two times of the house. Nothing else asks what time it is. */
export interface Clock {
  /**
   * Business time of a tenant: windows, expiry of reservations, days, policy dates, `at` of log and
   * journal. A moved clock stands at the instant that came with the tenant's row, so take the
   * tenant of this request, never one that was kept.
   */
  now(tenant: Pick<Tenant, 'clock'>): Instant;
  /** Wall time: sessions, codes, leases, timeouts, idempotency, logs, `recorded_at`. */
  wall(): Instant;
}

/** The clock of a program; `wall` is replaced only by tests. */
export function clockOf(wall: () => Instant): Clock {
  return {
    now: ({ clock }) => (clock.mode === 'moved' ? clock.now : wall()),
    wall,
  };
}

/** The computer's time. */
export function systemWall(): Instant {
  return new Date().toISOString();
}
