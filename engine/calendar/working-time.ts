import type { CivilDate, Instant } from '../shared/brand.ts';
import { addDays, civilDateOf, instantOf } from '../shared/civil-date.ts';
import { type Calendar, isWorkingDay } from './calendar.ts';

const MINUTE = 60_000;

/** Working time of one day as instants in milliseconds since 1970. */
type Stretch = { readonly from: number; readonly to: number };

function stretchesOn(date: CivilDate, calendar: Calendar): readonly Stretch[] {
  if (!isWorkingDay(date, calendar)) return [];
  const midnight = Date.parse(instantOf(date, '00:00', calendar.offset));
  return calendar.hours.map(({ from, to }) => ({ from: midnight + from * MINUTE, to: midnight + to * MINUTE }));
}

/** Milliseconds of working time between two instants; 0 when the second is not later. */
export function workingTimeBetween(from: Instant, to: Instant, calendar: Calendar): number {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const last = civilDateOf(to, calendar.offset);
  let sum = 0;
  for (let date = civilDateOf(from, calendar.offset); date <= last; date = addDays(date, 1)) {
    for (const stretch of stretchesOn(date, calendar))
      sum += Math.max(0, Math.min(stretch.to, end) - Math.max(stretch.from, start));
  }
  return sum;
}

/** The instant at which so much working time (milliseconds) has gone by; the instant itself when it is none. */
export function addWorkingTime(from: Instant, time: number, calendar: Calendar): Instant {
  if (time <= 0) return from;
  const start = Date.parse(from);
  let left = time;
  for (let date = civilDateOf(from, calendar.offset); ; date = addDays(date, 1)) {
    for (const stretch of stretchesOn(date, calendar)) {
      const begin = Math.max(stretch.from, start);
      const open = Math.max(0, stretch.to - begin);
      if (left <= open) return instantAt(begin + left);
      left -= open;
    }
  }
}

/** The latest instant from which so much working time (milliseconds) is left until another one. */
export function subtractWorkingTime(until: Instant, time: number, calendar: Calendar): Instant {
  const end = Date.parse(until);
  let left = time;
  for (let date = civilDateOf(until, calendar.offset); ; date = addDays(date, -1)) {
    for (const stretch of stretchesOn(date, calendar).toReversed()) {
      const stop = Math.min(stretch.to, end);
      const open = Math.max(0, stop - stretch.from);
      if (left <= open && open > 0) return instantAt(stop - left);
      left -= open;
    }
  }
}

const instantAt = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant;
