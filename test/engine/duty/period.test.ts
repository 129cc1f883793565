import { expect, test } from 'vitest';
import { type Grain, periodNamed, periodOf, periodsBetween } from '../../../engine/duty/period.ts';
import { date } from '../calendar/cn-work.ts';

const shown = (day: string, grain: Grain) => {
  const { id, first, last } = periodOf(date(day), grain);
  return `${id} ${first} ${last}`;
};

test.for([
  ['2026-11-22', 'week', '2026-W47 2026-11-16 2026-11-22'],
  ['2026-11-22', 'month', '2026-11 2026-11-01 2026-11-30'],
  ['2026-11-22', 'quarter', '2026-Q4 2026-10-01 2026-12-31'],
  ['2026-11-22', 'half-year', '2026-H2 2026-07-01 2026-12-31'],
  ['2026-06-30', 'half-year', '2026-H1 2026-01-01 2026-06-30'],
  ['2026-11-22', 'year', '2026 2026-01-01 2026-12-31'],
] as const)('%s lies in this %s', ([day, grain, expected]) => {
  expect(shown(day, grain)).toBe(expected);
});

test('the first week of a year may begin in December, and a year may have 53', () => {
  expect(shown('2025-12-29', 'week')).toBe('2026-W01 2025-12-29 2026-01-04');
  expect(shown('2027-01-01', 'week')).toBe('2026-W53 2026-12-28 2027-01-03');
});

test('February ends on its 29th day in a leap year', () => {
  expect(shown('2028-02-29', 'month')).toBe('2028-02 2028-02-01 2028-02-29');
  expect(shown('2026-02-01', 'month')).toBe('2026-02 2026-02-01 2026-02-28');
});

test.for([
  ['week', 53],
  ['month', 12],
  ['quarter', 4],
  ['half-year', 2],
  ['year', 1],
] as const)('2026 is covered without gaps by every %s', ([grain, count]) => {
  const periods = periodsBetween(date('2026-01-01'), date('2026-12-31'), grain);
  expect(periods).toHaveLength(count);
  expect(new Set(periods.map(({ id }) => id)).size).toBe(count);
  const ends = periods.map(({ last }) => Date.parse(last) + 86_400_000).slice(0, -1);
  expect(periods.slice(1).map(({ first }) => Date.parse(first))).toEqual(ends);
});

test('there is no period when the end comes before the beginning', () => {
  expect(periodsBetween(date('2026-02-01'), date('2026-01-31'), 'month')).toEqual([]);
});

test.for(['2026-W48', '2026-W01', '2026-11', '2026-Q1', '2026-Q4', '2026-H1', '2026-H2', '2026'])(
  '%s is found by its name',
  (id) => {
    expect(periodNamed(id)?.id).toBe(id);
  },
);

test.for(['', '2026-13', '2026-00', '2026-W54', '2026-Q5', '2026-H3', '2026-1', 'x', '2026-11-01', '0000'])(
  '“%s” names no period',
  (id) => {
    expect(periodNamed(id)).toBeUndefined();
  },
);
