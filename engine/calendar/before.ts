import type { Instant } from '../shared/brand.ts';
import { addDays, civilDateOf, instantOf } from '../shared/civil-date.ts';
import { assertNever } from '../shared/result.ts';
import { addWorkingDays, type Calendar } from './calendar.ts';
import type { DurationUnit } from './duration.ts';
import { subtractWorkingTime } from './working-time.ts';

/** A length of time that can be counted backwards. */
export type Span = { readonly unit: DurationUnit; readonly count: number };

const HOUR = 3_600_000;
const MINUTE = 60_000;

/**
 * When somebody is to be told that something falls due in a while. Days and working days count back from the day of the
 * deadline and mean the beginning of work, so that nobody is told at midnight; a deadline at midnight belongs to the day
 * that ends then. Hours and working hours count back from the deadline itself.
 *
 * @throws RangeError when the count leaves the years 0001 to 9999.
 */
export function momentBefore(due: Instant, { unit, count }: Span, calendar: Calendar): Instant {
  const day = civilDateOf(earlier(due, 1), calendar.offset);
  switch (unit) {
    case 'd':
      return startOfWork(instantOf(addDays(day, 0 - count), '00:00', calendar.offset), calendar);
    case 'wd':
      return startOfWork(instantOf(addWorkingDays(day, 0 - count, calendar), '00:00', calendar.offset), calendar);
    case 'h':
      return earlier(due, count * HOUR);
    case 'wh':
      return subtractWorkingTime(due, count * HOUR, calendar);
    default:
      return assertNever(unit);
  }
}

const startOfWork = (midnight: Instant, { hours }: Calendar): Instant =>
  earlier(midnight, 0 - (hours[0]?.from ?? 0) * MINUTE);

const earlier = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) - milliseconds).toISOString() as Instant;
