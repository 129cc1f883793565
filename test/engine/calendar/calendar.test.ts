import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  compileCalendar,
  isProvisional,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  yearStatus,
} from '../../../engine/calendar/index.ts';
import { addDays } from '../../../engine/shared/civil-date.ts';
import { calendar, date, document } from './cn-work.ts';

/** The days of a year that differ from Monday to Friday, as MMDD, in the two published notices. */
const notices = {
  2025: {
    off: [101, 128, 129, 130, 131, 203, 204, 404, 501, 502, 505, 602, 1001, 1002, 1003, 1006, 1007, 1008],
    on: [126, 208, 427, 928, 1011],
  },
  2026: {
    off: [101, 102, 216, 217, 218, 219, 220, 223, 406, 501, 504, 505, 619, 925, 1001, 1002, 1005, 1006, 1007],
    on: [104, 214, 228, 509, 920, 1010],
  },
};

function differing(year: number): { off: number[]; on: number[]; working: number } {
  const found = { off: [] as number[], on: [] as number[], working: 0 };
  for (let day = date(`${year}-01-01`); day.startsWith(`${year}`); day = addDays(day, 1)) {
    const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
    const works = isWorkingDay(day, calendar);
    const number = Number(day.slice(5).replace('-', ''));
    if (works && isWeekend) found.on.push(number);
    if (!works && !isWeekend) found.off.push(number);
    if (works) found.working += 1;
  }
  return found;
}

describe('the Chinese calendar', () => {
  test.each([
    [2025, 248],
    [2026, 248],
  ] as const)('every day of %i is as the notice says', (year, working) => {
    expect(differing(year)).toEqual({ ...notices[year], working });
  });

  test('2027 has the fixed statutory days alone', () => {
    const { off, on } = differing(2027);
    expect(off).toEqual([101, 205, 208, 405, 609, 915, 1001]);
    expect(on).toEqual([]);
  });

  test('a year says how firm it is', () => {
    expect(
      ['2025-06-01', '2026-12-31', '2027-01-01', '2031-01-01'].map((day) => yearStatus(date(day), calendar)),
    ).toEqual(['official', 'official', 'provisional', 'missing']);
  });

  test('a missing year has weekends only', () => {
    expect(isWorkingDay(date('2031-10-01'), calendar)).toBe(true);
    expect(isWorkingDay(date('2031-10-04'), calendar)).toBe(false);
  });

  test('a range is provisional when any of its years is', () => {
    expect(isProvisional(date('2025-01-01'), date('2026-12-31'), calendar)).toBe(false);
    expect(isProvisional(date('2026-12-31'), date('2027-01-01'), calendar)).toBe(true);
    expect(isProvisional(date('2024-12-31'), date('2025-01-01'), calendar)).toBe(true);
  });
});

describe('counting working days', () => {
  test.each([
    ['over National Day to the make-up Saturday', '2026-09-30', 3, '2026-10-10'],
    ['over Spring Festival', '2026-02-13', 2, '2026-02-24'],
    ['onto a make-up Saturday after Spring Festival', '2026-02-27', 1, '2026-02-28'],
    ['from a holiday, which is not counted', '2026-10-03', 1, '2026-10-08'],
    ['over the end of 2025', '2025-12-31', 1, '2026-01-04'],
    ['backwards', '2026-10-10', -3, '2026-09-30'],
    ['by none', '2026-10-03', 0, '2026-10-03'],
  ])('%s', (_, from, count, reached) => {
    expect(addWorkingDays(date(from), count, calendar)).toBe(reached);
  });

  test('the next working day lies strictly after the date', () => {
    expect(nextWorkingDay(date('2026-11-20'), calendar)).toBe('2026-11-23');
  });

  test('the distance equals a count day by day, in both directions', () => {
    const from = date('2025-12-20');
    let counted = 0;
    for (let to = from; to < '2027-03-01'; to = addDays(to, 1)) {
      if (to > from && isWorkingDay(to, calendar)) counted += 1;
      expect(workingDaysBetween(from, to, calendar)).toBe(counted);
      expect(workingDaysBetween(to, from, calendar)).toBe(0 - counted);
    }
    expect(counted).toBeGreaterThan(290);
  });

  test('a distance of nine thousand years is counted without walking it', () => {
    expect(workingDaysBetween(date('2031-01-06'), date('9999-01-04'), calendar)).toBe(2_078_750);
  });

  test.each([1.5, 2501, Number.NaN])('%d working days are refused', (count) => {
    expect(() => addWorkingDays(date('2026-11-20'), count, calendar)).toThrow(RangeError);
  });
});

describe('compiling a calendar', () => {
  test('a holiday that is also a make-up day is worked', () => {
    const year = {
      status: 'official',
      source: { title: '通知' },
      off: [{ name: '假', from: '2030-05-01', to: '2030-05-05' }],
      on: [
        { name: '假', date: '2030-05-02' },
        { name: '假', date: '2030-05-04' },
      ],
    } as const;
    const compiled = compileCalendar({ ...document, years: { '2030': year } });
    expect(isWorkingDay(date('2030-05-02'), compiled)).toBe(true);
    expect(isWorkingDay(date('2030-05-04'), compiled)).toBe(true);
    expect(isWorkingDay(date('2030-05-03'), compiled)).toBe(false);
    expect(workingDaysBetween(date('2030-04-30'), date('2030-05-05'), compiled)).toBe(2);
  });
});
