import type { CivilDate } from '../shared/brand.ts';
import {
  addDays,
  firstDayOfMonth,
  firstDayOfQuarter,
  lastDayOfMonth,
  lastDayOfQuarter,
  weekday,
} from '../shared/civil-date.ts';
import { type Calendar, nextWorkingDay } from './calendar.ts';
import { isWeekdayName, type WeekdayName, weekdayNumber } from './weekday.ts';

/** How often something starts: on each such weekday, or on the first working day of each month, quarter or year. */
export type Every = WeekdayName | 'month' | 'quarter' | 'year';

type Period = Exclude<Every, WeekdayName>;

const boundsOf: Readonly<Record<Period, (date: CivilDate) => { first: CivilDate; last: CivilDate }>> = {
  month: (date) => ({ first: firstDayOfMonth(date), last: lastDayOfMonth(date) }),
  quarter: (date) => ({ first: firstDayOfQuarter(date), last: lastDayOfQuarter(date) }),
  year: (date) => ({ first: dayOfYear(date, '01-01'), last: dayOfYear(date, '12-31') }),
};

/**
 * The first occurrence strictly after a day. A weekday comes round on holidays too: a weekly duty is not dropped
 * because its day is free. Months, quarters and years begin with their first working day.
 */
export function nextOccurrence(after: CivilDate, every: Every, calendar: Calendar): CivilDate {
  if (isWeekdayName(every)) return addDays(after, ((weekdayNumber(every) - weekday(after) + 6) % 7) + 1);
  const { first, last } = boundsOf[every](after);
  const present = nextWorkingDay(addDays(first, -1), calendar);
  return present > after ? present : nextWorkingDay(last, calendar);
}

function dayOfYear(date: CivilDate, day: '01-01' | '12-31'): CivilDate {
  return `${date.slice(0, 4)}-${day}` as CivilDate;
}
