import type { CivilDate } from '../shared/brand.ts';
import {
  addDays,
  firstDayOfMonth,
  firstDayOfQuarter,
  firstDayOfWeek,
  lastDayOfMonth,
  lastDayOfQuarter,
  monthOf,
  parseCivilDate,
  parseCivilWeek,
  quarterOf,
  weekday,
  weekOf,
} from '../shared/civil-date.ts';

export type Grain = 'week' | 'month' | 'quarter' | 'half-year' | 'year';

/**
 * One stretch of time a duty is about. `id` names it for ever: `2026-W48`, `2026-11`, `2026-Q4`, `2026-H2`, `2026`.
 * Weeks are those of ISO 8601, so the first may begin in December.
 */
export type Period = { readonly id: string; readonly first: CivilDate; readonly last: CivilDate };

type Bounds = Pick<Period, 'first' | 'last'>;

const boundsOf: Readonly<Record<Grain, (date: CivilDate) => Bounds>> = {
  week: (date) => ({ first: addDays(date, 1 - weekday(date)), last: addDays(date, 7 - weekday(date)) }),
  month: (date) => ({ first: firstDayOfMonth(date), last: lastDayOfMonth(date) }),
  quarter: (date) => ({ first: firstDayOfQuarter(date), last: lastDayOfQuarter(date) }),
  'half-year': (date) =>
    monthOf(date) <= 6
      ? { first: inYear(date, '01-01'), last: inYear(date, '06-30') }
      : { first: inYear(date, '07-01'), last: inYear(date, '12-31') },
  year: (date) => ({ first: inYear(date, '01-01'), last: inYear(date, '12-31') }),
};

const idOf: Readonly<Record<Grain, (first: CivilDate) => string>> = {
  week: weekOf,
  month: (first) => first.slice(0, 7),
  quarter: (first) => `${first.slice(0, 4)}-Q${quarterOf(first)}`,
  'half-year': (first) => `${first.slice(0, 4)}-H${monthOf(first) <= 6 ? 1 : 2}`,
  year: (first) => first.slice(0, 4),
};

/** The period a day lies in. */
export function periodOf(date: CivilDate, grain: Grain): Period {
  const bounds = boundsOf[grain](date);
  return { id: idOf[grain](bounds.first), ...bounds };
}

/** All periods that share a day with these, both included, earliest first. Empty when `to` is earlier. */
export function periodsBetween(from: CivilDate, to: CivilDate, grain: Grain): readonly Period[] {
  const periods: Period[] = [];
  for (let day = from; day <= to; ) {
    const period = periodOf(day, grain);
    periods.push(period);
    day = addDays(period.last, 1);
  }
  return periods;
}

const PERIOD = /^\d{4}(?:-(?:W\d\d|\d\d|Q[1-4]|H[12]))?$/;

/** The period with this id; undefined when there is none. */
export function periodNamed(id: string): Period | undefined {
  if (!PERIOD.test(id)) return undefined;
  const [year = '', part = ''] = id.split('-');
  const week = part.startsWith('W') ? parseCivilWeek(id) : undefined;
  if (week !== undefined) return periodOf(firstDayOfWeek(week), 'week');
  const month = { '': '01', Q1: '01', Q2: '04', Q3: '07', Q4: '10', H1: '01', H2: '07' }[part] ?? part;
  const first = parseCivilDate(`${year}-${month}-01`);
  return first && periodOf(first, grainOf(part));
}

function grainOf(part: string): Grain {
  if (part === '') return 'year';
  if (part.startsWith('Q')) return 'quarter';
  return part.startsWith('H') ? 'half-year' : 'month';
}

const inYear = (date: CivilDate, day: string): CivilDate => `${date.slice(0, 4)}-${day}` as CivilDate;
