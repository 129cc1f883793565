import { describe, expect, test } from 'vitest';
import { type Grain, periodOf } from '../../../engine/duty/period.ts';
import { type Edge, momentOf, parsePoint } from '../../../engine/duty/point.ts';
import { calendar, date } from '../calendar/cn-work.ts';

function local(text: string, day: string, grain: Grain = 'month', edge: Edge = 'beginning'): string {
  const point = parsePoint(text);
  if (point === undefined) throw new Error(`no point: ${text}`);
  const { at, provisional } = momentOf(point, periodOf(date(day), grain), edge, calendar);
  const shown = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  return provisional ? `${shown} provisional` : shown;
}

describe('a point of a period', () => {
  test.for([
    ['first', '2026-11-01 00:00'],
    ['last', '2026-11-30 00:00'],
    ['first + 4d', '2026-11-05 00:00'],
    ['last - 5d', '2026-11-25 00:00'],
    ['last + 3wd', '2026-12-03 00:00'],
    ['workday 1', '2026-11-02 00:00'],
    ['workday -1', '2026-11-30 00:00'],
    ['workday 3 18:00', '2026-11-04 18:00'],
    ['workday -2 - 1d', '2026-11-26 00:00'],
  ] as const)('%s of November 2026 is %s', ([text, expected]) => {
    expect(local(text, '2026-11-10')).toBe(expected);
  });

  test('ends at midnight after the day when it is a deadline, unless it has a time', () => {
    expect(local('last', '2026-11-10', 'month', 'end')).toBe('2026-12-01 00:00');
    expect(local('last 18:00', '2026-11-10', 'month', 'end')).toBe('2026-11-30 18:00');
  });

  test('counts working days around National Day and its make-up day', () => {
    expect(local('workday 1', '2026-10-20')).toBe('2026-10-08 00:00');
    expect(local('workday 3', '2026-10-20')).toBe('2026-10-10 00:00');
    expect(local('last + 3wd', '2026-09-20')).toBe('2026-10-10 00:00');
    expect(local('workday -1', '2026-09-20')).toBe('2026-09-30 00:00');
  });

  test('runs on into the next period when a week is all holiday', () => {
    expect(local('workday 1', '2026-02-18', 'week')).toBe('2026-02-24 00:00');
    expect(local('workday -1', '2026-02-18', 'week')).toBe('2026-02-14 00:00');
  });

  test('is 29 February in a leap year', () => {
    expect(local('last', '2028-02-10')).toMatch(/^2028-02-29/);
  });

  test('is provisional when it counts working days of a year without a notice, and only then', () => {
    expect(local('last + 1wd', '2026-12-10')).toBe('2027-01-04 00:00 provisional');
    expect(local('workday 2', '2027-03-10')).toMatch(/provisional$/);
    expect(local('last + 3d', '2026-12-10')).toBe('2027-01-03 00:00');
    expect(local('first', '2027-03-10')).toBe('2027-03-01 00:00');
    expect(local('first + 2wd', '2026-12-10')).toBe('2026-12-03 00:00');
  });

  test.for(['', 'middle', 'first+2d', 'workday 0', 'workday', 'first + 2h', 'last + 101d', 'first 6pm', 'FIRST'])(
    '“%s” is none',
    (text) => {
      expect(parsePoint(text)).toBeUndefined();
    },
  );
});
