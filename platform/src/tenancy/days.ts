import { Temporal } from '@js-temporal/polyfill';
import type { Instant } from './clock.ts';

/** A local calendar day, YYYY-MM-DD. */
export type Day = string;

const QUARTER_HOUR_MS = 900_000;
const MOST_KNOWN = 10_000;
const knownDays = new Map<string, Day>();

/**
 * The business day of `at` in a tenant's zone. Days of the present century begin on a quarter of an
 * hour everywhere, so within one the answer is known; older ones are worked out each time.
 */
export function dayOf(at: Instant, zone: string): Day {
  const milliseconds = Date.parse(at);
  if (!(milliseconds > Date.UTC(2000))) return workedOutDayOf(at, zone);
  const name = `${zone} ${String(Math.floor(milliseconds / QUARTER_HOUR_MS))}`;
  const known = knownDays.get(name);
  if (known !== undefined) return known;
  if (knownDays.size >= MOST_KNOWN) knownDays.clear();
  const day = workedOutDayOf(at, zone);
  knownDays.set(name, day);
  return day;
}

function workedOutDayOf(at: Instant, zone: string): Day {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The local midnight that ends `day`: the first instant of the next one. */
export function endOfDay(day: Day, zone: string): Instant {
  return startOfDay(addDays(day, 1), zone);
}

/** The first instant of `day` (not always 00:00: some zones skip it). */
export function startOfDay(day: Day, zone: string): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();
}

export function addDays(day: Day, count: number): Day {
  return Temporal.PlainDate.from(day).add({ days: count }).toString();
}

/** Every day from `first` to `last`, both included; empty when `last` is before `first`. */
export function daysBetween(first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
