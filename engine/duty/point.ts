import { addWorkingDays, type Calendar, type Due, isProvisional } from '../calendar/index.ts';
import type { CivilDate, Instant } from '../shared/brand.ts';
import { addDays, instantOf } from '../shared/civil-date.ts';
import type { Period } from './period.ts';

/**
 * A day relative to a period. `workday`: the n-th working day counted from the period's first day, or from its last
 * when negative; a period with fewer of them, such as a week of holidays, is counted on into its neighbour.
 */
export type Point = {
  readonly base: 'first' | 'last' | { readonly workday: number };
  readonly count: number;
  readonly unit: 'd' | 'wd';
  /** Local wall-clock time, `18:00`. */
  readonly time?: string;
};

/** What people write is a day; which end of it is meant depends on what it is for. */
export type Edge = 'beginning' | 'end';

const POINT = /^(first|last|workday (-?[1-9]\d?))(?: ([+-]) (\d{1,3})(d|wd))?(?: ([0-2]\d:[0-5]\d))?$/;
/** Days a point lies outside its period at most: enough for any report on a quarter, and a bound for searches. */
export const MOST_SHIFT = 100;

/** Reads `first`, `last + 3wd 18:00`, `workday -1`; undefined for anything else, or more than 100 days away. */
export function parsePoint(text: string): Point | undefined {
  const [, base, workday, sign, digits = '0', unit, time] = POINT.exec(text) ?? [];
  const count = sign === '-' ? 0 - Number(digits) : Number(digits);
  if (base === undefined || Math.abs(count) > MOST_SHIFT) return undefined;
  return {
    base: workday !== undefined ? { workday: Number(workday) } : base === 'first' ? 'first' : 'last',
    count,
    unit: unit === 'wd' ? 'wd' : 'd',
    ...(time === undefined ? {} : { time }),
  };
}

/** The moment a point stands for in one period; provisional when it counts working days of a year without a notice. */
export function momentOf(point: Point, period: Period, edge: Edge, calendar: Calendar): Due {
  const { base, count, unit, time } = point;
  const start = baseDay(base, period, calendar);
  const date = unit === 'wd' ? addWorkingDays(start, count, calendar) : addDays(start, count);
  return { at: atEdge(date, time, edge, calendar), provisional: restsOnProvisional(point, period, date, calendar) };
}

function baseDay(base: Point['base'], { first, last }: Period, calendar: Calendar): CivilDate {
  if (base === 'first') return first;
  if (base === 'last') return last;
  return addWorkingDays(addDays(base.workday > 0 ? first : last, base.workday > 0 ? -1 : 1), base.workday, calendar);
}

function atEdge(date: CivilDate, time: string | undefined, edge: Edge, { offset }: Calendar): Instant {
  if (time !== undefined) return instantOf(date, time, offset);
  return instantOf(edge === 'end' ? addDays(date, 1) : date, '00:00', offset);
}

function restsOnProvisional(
  { base, count, unit }: Point,
  { first, last }: Period,
  date: CivilDate,
  calendar: Calendar,
) {
  const counts = typeof base === 'object' || (unit === 'wd' && count !== 0);
  if (!counts) return false;
  const from = base === 'last' ? last : first;
  return date < from ? isProvisional(date, from, calendar) : isProvisional(from, date, calendar);
}
