import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate, Instant } from '../../../engine/shared/brand.ts';
import {
  addDays,
  type CivilWeek,
  civilDateOf,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  firstDayOfMonth,
  firstDayOfQuarter,
  firstDayOfWeek,
  instantOf,
  lastDayOfMonth,
  lastDayOfQuarter,
  lastDayOfWeek,
  parseCivilDate,
  parseCivilWeek,
  quarterOf,
  weekday,
  weekOf,
} from '../../../engine/shared/civil-date.ts';

function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new Error(`not a date: ${text}`);
  return date;
}

function week(text: string): CivilWeek {
  const parsed = parseCivilWeek(text);
  if (!parsed) throw new Error(`not a week: ${text}`);
  return parsed;
}

const anyDay = fc.integer({ min: -719_162, max: 2_932_896 }).map((number) => {
  const date = dateOfDayNumber(number);
  if (!date) throw new Error(`no day ${number}`);
  return date;
});

describe('reading dates', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-04-30'])('accepts %s', (text) => {
    expect(parseCivilDate(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00:00Z',
    '',
    '２０２６-01-01',
  ])('refuses %j', (text) => {
    expect(parseCivilDate(text)).toBeUndefined();
  });
});

describe('counting days', () => {
  it('agrees with the UTC calendar of the platform on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
        const date = new Date(number * 86_400_000);
        expect(dateOfDayNumber(number)).toBe(date.toISOString().slice(0, 10));
        expect(dayNumber(day(date.toISOString().slice(0, 10)))).toBe(number);
        expect(weekday(day(date.toISOString().slice(0, 10)))).toBe(date.getUTCDay() || 7);
      }),
    );
  });

  it('crosses months, years and leap days', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28');
    expect(daysBetween(day('2026-01-01'), day('2027-01-01'))).toBe(365);
    expect(daysBetween(day('2026-11-22'), day('2026-11-20'))).toBe(-2);
  });

  it('refuses to leave the years 0001 to 9999', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(dateOfDayNumber(2_932_897)).toBeUndefined();
    expect(dateOfDayNumber(-719_163)).toBeUndefined();
    expect(dateOfDayNumber(0.5)).toBeUndefined();
  });
});

describe('weeks', () => {
  it.each([
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2027-01-01', '2026-W53'],
    ['2021-01-03', '2020-W53'],
    ['2024-12-30', '2025-W01'],
    ['0001-01-01', '0001-W01'],
  ])('%s lies in %s', (date, expected) => {
    expect(weekOf(day(date))).toBe(expected);
  });

  it('gives the Monday and the Sunday of a week', () => {
    expect(firstDayOfWeek(week('2026-W48'))).toBe('2026-11-23');
    expect(lastDayOfWeek(week('2026-W48'))).toBe('2026-11-29');
    expect(firstDayOfWeek(week('2026-W01'))).toBe('2025-12-29');
  });

  it('places every day between the first and the last day of its week', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        fc.pre(date < '9999-12-27');
        const own = weekOf(date);
        expect(parseCivilWeek(own)).toBe(own);
        expect(daysBetween(firstDayOfWeek(own), date)).toBe(weekday(date) - 1);
        expect(daysBetween(date, lastDayOfWeek(own))).toBe(7 - weekday(date));
      }),
    );
  });

  it.each(['2025-W53', '2026-W54', '2026-W00', '2026-48', '2026W48', '0000-W01', ''])('refuses %j', (text) => {
    expect(parseCivilWeek(text)).toBeUndefined();
  });
});

describe('months and quarters', () => {
  it.each([
    ['2026-02-10', '2026-02-01', '2026-02-28', 1, '2026-01-01', '2026-03-31'],
    ['2024-02-10', '2024-02-01', '2024-02-29', 1, '2024-01-01', '2024-03-31'],
    ['2026-11-22', '2026-11-01', '2026-11-30', 4, '2026-10-01', '2026-12-31'],
    ['2026-06-30', '2026-06-01', '2026-06-30', 2, '2026-04-01', '2026-06-30'],
  ])('%s: month %s to %s, quarter %i from %s to %s', (text, monthStart, monthEnd, quarter, start, end) => {
    const date = day(text);
    expect([firstDayOfMonth(date), lastDayOfMonth(date)]).toEqual([monthStart, monthEnd]);
    expect(quarterOf(date)).toBe(quarter);
    expect([firstDayOfQuarter(date), lastDayOfQuarter(date)]).toEqual([start, end]);
  });
});

describe('instants', () => {
  it('finds the local day of an instant', () => {
    const evening = instantOf(day('2026-11-21'), '16:00', 0);
    expect(civilDateOf(evening, 480)).toBe('2026-11-22');
    expect(civilDateOf(evening, 0)).toBe('2026-11-21');
    expect(civilDateOf(evening, -960)).toBe('2026-11-21');
  });

  it('finds the instant of a local day and time', () => {
    const expected: readonly Instant[] = [
      instantOf(day('2026-11-22'), '00:00', 480),
      instantOf(day('2026-11-22'), '18:30:15', 480),
    ];
    expect(expected).toEqual(['2026-11-21T16:00:00.000Z', '2026-11-22T10:30:15.000Z']);
  });

  it('comes back to the same day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -720, max: 840 }), (date, offset) => {
        fc.pre(date > '0001-01-02' && date < '9999-12-30');
        expect(civilDateOf(instantOf(date, '00:00', offset), offset)).toBe(date);
        expect(civilDateOf(instantOf(date, '23:59:59', offset), offset)).toBe(date);
      }),
    );
  });

  it.each(['24:00', '9:00', '12:60', 'noon', ''])('refuses the time %j', (time) => {
    expect(() => instantOf(day('2026-11-22'), time, 480)).toThrow(RangeError);
  });
});
