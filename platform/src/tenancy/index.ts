export { clockOf, systemWall } from './clock.ts';
export type { Clock, Instant } from './clock.ts';
export { addDays, dayOf, daysBetween, endOfDay, startOfDay } from './days.ts';
export type { Day } from './days.ts';
export {
  findTenantByAddress,
  findTenantBySlug,
  listTenants,
  moveClock,
  nextNumber,
  nextNumbers,
  openTenant,
  preparePartitions,
  reloadTenant,
  tenantIn,
} from './service.ts';
export type { MoveClockRefusal, OpenTenant, OpenTenantRefusal } from './service.ts';
export type { Profile, Tenant } from './tenant.ts';
