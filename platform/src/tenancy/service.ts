import { Temporal } from '@js-temporal/polyfill';
import { done, invariant, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Context, Transaction } from '../context.ts';
import type { Instant } from './clock.ts';
import {
  addToCounter,
  insertDomain,
  insertTenant,
  loadTenantByAddress,
  loadTenantById,
  loadTenantBySlug,
  loadTenants,
  makePartitions,
  takeTenantId,
  updateClock,
} from './store.ts';
import type { Profile, Tenant } from './tenant.ts';

export interface OpenTenant {
  readonly slug: string;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly zone?: string;
  readonly profile: Profile;
  readonly returnWindowDays?: number;
  /** A standing clock that starts here; left out: real time. */
  readonly clockStartsAt?: Instant;
  readonly simulation?: boolean;
  readonly brandColour?: string | null;
  readonly domains?: readonly string[];
}

export type OpenTenantRefusal =
  | { readonly code: 'tenancy.slug_taken'; readonly slug: string }
  | { readonly code: 'tenancy.bad_slug'; readonly slug: string }
  | { readonly code: 'tenancy.unknown_zone'; readonly zone: string }
  | { readonly code: 'tenancy.clock_is_real' };

/** Opens a mall. Its economy is opened by the economy room, in a call of its own. */
export function openTenant(
  context: Context,
  input: OpenTenant,
): Promise<Outcome<Tenant, OpenTenantRefusal>> {
  return context.outsideTenant(async (tx) => {
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(input.slug)) {
      return refuse({ code: 'tenancy.bad_slug', slug: input.slug });
    }
    const zone = input.zone ?? 'Asia/Shanghai';
    if (!isZone(zone)) return refuse({ code: 'tenancy.unknown_zone', zone });
    if (input.clockStartsAt !== undefined && !clocksMove(context)) {
      return refuse({ code: 'tenancy.clock_is_real' });
    }
    const id = await takeTenantId(tx);
    if ((await loadTenantBySlug(tx, input.slug)) !== null) {
      return refuse({ code: 'tenancy.slug_taken', slug: input.slug });
    }
    const tenant = tenantFrom(context, input, { id, zone });
    await insertTenant(tx, tenant);
    await makePartitions(tx, tenant.openedAt);
    for (const domain of input.domains ?? []) {
      await insertDomain(tx, { tenantId: id, domain: domain.toLowerCase() });
    }
    return done(tenant);
  });
}

export function findTenantBySlug(context: Context, slug: string): Promise<Tenant | null> {
  return context.outsideTenant((tx) => loadTenantBySlug(tx, slug));
}

/** By the Host of a request (its port does not count); where that is nobody's, by slug. */
export function findTenantByAddress(
  context: Context,
  address: { readonly host: string; readonly slug: string | null },
): Promise<Tenant | null> {
  const domain = address.host.toLowerCase().replace(/:\d+$/, '');
  return context.outsideTenant((tx) => loadTenantByAddress(tx, { domain, slug: address.slug }));
}

/** The tenant as it is now; its clock may have been moved since it was read. */
export async function reloadTenant(context: Context, id: number): Promise<Tenant> {
  const tenant = await context.outsideTenant((tx) => loadTenantById(tx, id));
  invariant(tenant !== null, 'a tenant is never removed');
  return tenant;
}

/** The tenant as this transaction sees it. */
export async function tenantIn(tx: Transaction, id: number): Promise<Tenant> {
  const tenant = await loadTenantById(tx, id);
  invariant(tenant !== null, 'a tenant is never removed');
  return tenant;
}

export function listTenants(context: Context): Promise<readonly Tenant[]> {
  return context.outsideTenant(loadTenants);
}

export type MoveClockRefusal =
  | { readonly code: 'tenancy.clock_is_real' }
  | { readonly code: 'tenancy.clock_goes_forward'; readonly now: Instant; readonly to: Instant };

/**
 * Sets a standing clock to `to`, which is not before where it stands. Runs no due work: whoever
 * moves a clock does the due work of each day on the way.
 */
export function moveClock(
  context: Context,
  move: { readonly tenantId: number; readonly to: Instant },
): Promise<Outcome<Tenant, MoveClockRefusal>> {
  return context.outsideTenant(async (tx) => {
    const { clock } = await tenantIn(tx, move.tenantId);
    if (clock.mode === 'real' || !clocksMove(context)) {
      return refuse({ code: 'tenancy.clock_is_real' });
    }
    if (!(await updateClock(tx, move.tenantId, move.to))) {
      return refuse({ code: 'tenancy.clock_goes_forward', now: clock.now, to: move.to });
    }
    if (clock.now.slice(0, 7) !== move.to.slice(0, 7)) await makePartitions(tx, move.to);
    return done(await tenantIn(tx, move.tenantId));
  });
}

/** Makes the month partitions that the real time needs next; called at start and by the tick. */
export function preparePartitions(context: Context): Promise<void> {
  return context.outsideTenant((tx) => makePartitions(tx, context.clock.wall()));
}

/**
 * The next number of a counter, from 1. The counter's row stays locked until the transaction ends:
 * take numbers late, or whole blocks with `nextNumbers`.
 */
export function nextNumber(tx: Transaction, tenantId: number, name: string): Promise<bigint> {
  return addToCounter(tx, { tenantId, name, count: 1 });
}

/** Takes `count` numbers at once and answers the first of them. */
export async function nextNumbers(
  tx: Transaction,
  tenantId: number,
  counter: { readonly name: string; readonly count: number },
): Promise<bigint> {
  const last = await addToCounter(tx, { tenantId, ...counter });
  return last - BigInt(counter.count) + 1n;
}

function clocksMove(context: Context): boolean {
  return context.config.installation !== 'production';
}

function isZone(zone: string): boolean {
  try {
    Temporal.Now.instant().toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

function tenantFrom(
  context: Context,
  input: OpenTenant,
  chosen: { id: number; zone: string },
): Tenant {
  const clock =
    input.clockStartsAt === undefined
      ? ({ mode: 'real' } as const)
      : ({ mode: 'moved', now: input.clockStartsAt } as const);
  return {
    ...chosen,
    slug: input.slug,
    name: input.name,
    nameEn: input.nameEn ?? null,
    currency: 'CNY',
    profile: input.profile,
    returnWindowDays: input.returnWindowDays ?? 7,
    clock,
    openedAt: context.clock.now({ clock }),
    simulation: input.simulation ?? false,
    brandColour: input.brandColour ?? null,
  };
}
