import type { CivilDate, Instant } from '../shared/brand.ts';
import { civilDateOf, daysBetween } from '../shared/civil-date.ts';
import { assertNever } from '../shared/result.ts';
import { addWorkingDays, type Calendar, isProvisional, workingDaysBetween } from './calendar.ts';
import type { Due } from './due.ts';
import type { DurationUnit } from './duration.ts';
import { addWorkingTime, workingTimeBetween } from './working-time.ts';

/** A time during which a clock stood still. */
export type Pause = { readonly from: Instant; readonly until: Instant };

const DAY = 86_400_000;

/**
 * A deadline after its clock has stood still. Hours: what was left goes on, in working time where it was counted so.
 * Days: the (working) days that began meanwhile are added, the time of day stays.
 *
 * What was not due when the clock stopped is not due when it goes on, even if no working day lies between: then the
 * time that was left goes on around the clock.
 *
 * @param unit what the deadline was counted in.
 * @throws RangeError when the count leaves the year 9999.
 */
export function movedDue(due: Due, { from, until }: Pause, unit: DurationUnit, calendar: Calendar): Due {
  const moved = moveBy(due.at, { from, until }, unit, calendar);
  const left = Date.parse(due.at) - Date.parse(from);
  const at = left > 0 && moved <= until ? later(until, left) : moved;
  return { at, provisional: (unit === 'wd' || unit === 'wh') && spansProvisional(from, at, calendar) };
}

function moveBy(due: Instant, { from, until }: Pause, unit: DurationUnit, calendar: Calendar): Instant {
  const first = civilDateOf(from, calendar.offset);
  const last = civilDateOf(until, calendar.offset);
  switch (unit) {
    case 'd':
      return later(due, daysBetween(first, last) * DAY);
    case 'wd': {
      const day = lastDayOf(due, calendar);
      const moved = addWorkingDays(day, workingDaysBetween(first, last, calendar), calendar);
      return later(due, daysBetween(day, moved) * DAY);
    }
    case 'h':
      return later(due, Date.parse(until) - Date.parse(from));
    case 'wh':
      return addWorkingTime(due, workingTimeBetween(from, until, calendar), calendar);
    default:
      return assertNever(unit);
  }
}

function spansProvisional(from: Instant, at: Instant, calendar: Calendar): boolean {
  const first = civilDateOf(from, calendar.offset);
  const last = lastDayOf(at, calendar);
  return isProvisional(first, last < first ? first : last, calendar);
}

/** A deadline at midnight belongs to the day that ends then. */
const lastDayOf = (due: Instant, calendar: Calendar): CivilDate => civilDateOf(later(due, -1), calendar.offset);

const later = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) + milliseconds).toISOString() as Instant;
