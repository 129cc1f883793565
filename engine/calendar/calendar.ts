import type { CivilDate } from '../shared/brand.ts';
import { addDays, dayNumber, daysBetween, parseCivilDate, weekday, yearOf } from '../shared/civil-date.ts';
import type { CalendarDocument, CalendarYearEntry } from './document.ts';

/** What the data say of a year: a notice, a derivation that awaits its notice, or nothing (weekends only). */
export type YearStatus = 'official' | 'provisional' | 'missing';

/** Minutes of the local day. */
export type WorkingSpan = { readonly from: number; readonly to: number };

/** Working days and hours of one region, compiled for lookups. */
export type Calendar = {
  readonly id: string;
  readonly zone: string;
  /** Minutes east of UTC; 480 for Beijing. */
  readonly offset: number;
  readonly hours: readonly WorkingSpan[];
  /** Mondays to Fridays that are holidays. */
  readonly off: ReadonlySet<CivilDate>;
  /** Saturdays and Sundays that are worked (调休). */
  readonly on: ReadonlySet<CivilDate>;
  readonly statuses: ReadonlyMap<number, 'official' | 'provisional'>;
};

/** The longest count of working days: about ten years. */
export const MOST_DAYS = 2500;
const isWeekend = (date: CivilDate): boolean => weekday(date) > 5;

/**
 * Indexes a calendar for lookups. A day that is both a holiday and a make-up day is worked.
 *
 * @throws RangeError for a day or time that does not exist; a document that passed `checkCalendar` cannot cause it.
 */
export function compileCalendar(document: CalendarDocument): Calendar {
  const years = Object.entries(document.years);
  const worked = years.flatMap(([, year]) => year.on.map((day) => dateOf(day.date)));
  const free = years.flatMap(([, year]) => daysOff(year));
  const on = new Set(worked);
  return {
    id: document.id,
    zone: document.zone,
    offset: document.offset,
    hours: document.hours.map(([from = '', to = '']) => ({ from: minuteOf(from), to: minuteOf(to) })),
    off: new Set(free.filter((date) => !isWeekend(date) && !on.has(date))),
    on: new Set(worked.filter(isWeekend)),
    statuses: new Map(years.map(([year, { status }]) => [Number(year), status])),
  };
}

export function yearStatus(date: CivilDate, calendar: Calendar): YearStatus {
  return calendar.statuses.get(yearOf(date)) ?? 'missing';
}

/** True when a count over these days, both included, touches a year without an official notice. */
export function isProvisional(from: CivilDate, to: CivilDate, calendar: Calendar): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (calendar.statuses.get(year) !== 'official') return true;
  }
  return false;
}

export function isWorkingDay(date: CivilDate, calendar: Calendar): boolean {
  return isWeekend(date) ? calendar.on.has(date) : !calendar.off.has(date);
}

/**
 * The working day that is `count` working days after the date, or before it when negative; 0 gives the date itself.
 * The date need not be a working day and is never counted.
 *
 * @throws RangeError when `count` is no whole number between -2500 and 2500.
 */
export function addWorkingDays(date: CivilDate, count: number, calendar: Calendar): CivilDate {
  if (!Number.isInteger(count) || Math.abs(count) > MOST_DAYS) throw new RangeError(`working days: ${count}`);
  let reached = date;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, Math.sign(count));
    if (isWorkingDay(reached, calendar)) left -= 1;
  }
  return reached;
}

/** The first working day after the date. */
export const nextWorkingDay = (date: CivilDate, calendar: Calendar): CivilDate => addWorkingDays(date, 1, calendar);

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier.
 * The inverse of `addWorkingDays` between working days. Costs the same for any distance.
 */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: Calendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar);
  const inside = (date: CivilDate) => date > from && date <= to;
  const worked = [...calendar.on].filter(inside).length;
  const free = [...calendar.off].filter(inside).length;
  return weekdaysUpTo(to) - weekdaysUpTo(from) + worked - free;
}

/** Mondays to Fridays from Monday 1970-01-05 up to and including the date; negative before. */
function weekdaysUpTo(date: CivilDate): number {
  const weeks = Math.floor((dayNumber(date) - 4) / 7);
  return weeks * 5 + Math.min(weekday(date), 5);
}

function daysOff(year: CalendarYearEntry): readonly CivilDate[] {
  return year.off.flatMap(({ from, to }) => {
    const start = dateOf(from);
    return Array.from({ length: Math.max(0, daysBetween(start, dateOf(to)) + 1) }, (_, day) => addDays(start, day));
  });
}

function dateOf(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new RangeError(`no such date: ${text}`);
  return date;
}

function minuteOf(text: string): number {
  const [hour = Number.NaN, minute = Number.NaN] = text.split(':').map(Number);
  if (Number.isNaN(hour + minute)) throw new RangeError(`no such time: ${text}`);
  return hour * 60 + minute;
}
