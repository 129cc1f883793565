import type { CivilDate, Instant } from '../shared/brand.ts';
import { addDays, civilDateOf, instantOf, weekday } from '../shared/civil-date.ts';
import { assertNever } from '../shared/result.ts';
import { addWorkingDays, type Calendar, isProvisional } from './calendar.ts';
import type { Duration } from './duration.ts';
import { type WeekdayName, weekdayNumber } from './weekday.ts';
import { addWorkingTime } from './working-time.ts';

/** `provisional`: a working day was counted in a year whose notice is not out, so the moment may still move. */
export type Due = { readonly at: Instant; readonly provisional: boolean };

const HOUR = 3_600_000;

/**
 * The moment a step falls due.
 *
 * Whole days and working days are counted from the local day after opening and end at 24:00 of the last one. Hours run
 * around the clock; working hours run only inside the working hours of working days. A weekday moment is the next one
 * strictly after opening; without a time it is 24:00 of that weekday, also on a holiday. Only counts of working days
 * and working hours rest on the calendar's years, so only they can be provisional.
 *
 * @param opened UTC instant the step opened.
 * @throws RangeError when the count leaves the year 9999.
 */
export function dueAt(opened: Instant, duration: Duration, calendar: Calendar): Due {
  const today = civilDateOf(opened, calendar.offset);
  switch (duration.unit) {
    case 'd':
      return { at: endOf(addDays(today, duration.count), calendar), provisional: false };
    case 'wd': {
      const last = addWorkingDays(today, duration.count, calendar);
      return { at: endOf(last, calendar), provisional: isProvisional(addDays(today, 1), last, calendar) };
    }
    case 'h':
      return { at: later(opened, duration.count * HOUR), provisional: false };
    case 'wh':
      return afterWorkingHours(opened, duration.count, calendar);
    case 'weekday':
      return { at: nextMoment(opened, duration.weekday, duration.time, calendar), provisional: false };
    default:
      return assertNever(duration);
  }
}

function afterWorkingHours(opened: Instant, hours: number, calendar: Calendar): Due {
  const at = addWorkingTime(opened, hours * HOUR, calendar);
  const last = civilDateOf(later(at, -1), calendar.offset);
  return { at, provisional: isProvisional(civilDateOf(opened, calendar.offset), last, calendar) };
}

function nextMoment(opened: Instant, day: WeekdayName, time: string | undefined, calendar: Calendar): Instant {
  const today = civilDateOf(opened, calendar.offset);
  const date = addDays(today, (weekdayNumber(day) - weekday(today) + 7) % 7);
  const momentOf = (each: CivilDate) =>
    time === undefined ? endOf(each, calendar) : instantOf(each, time, calendar.offset);
  const moment = momentOf(date);
  return Date.parse(moment) > Date.parse(opened) ? moment : momentOf(addDays(date, 7));
}

/** 24:00 of the day. */
function endOf(date: CivilDate, calendar: Calendar): Instant {
  return instantOf(addDays(date, 1), '00:00', calendar.offset);
}

function later(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString() as Instant;
}
