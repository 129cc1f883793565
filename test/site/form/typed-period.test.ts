import { expect, test } from 'vitest';
import {
  monthOfWeek,
  readMonth,
  readQuarter,
  readWeek,
  readYear,
  weeksOfMonth,
} from '../../../site/src/fields/typed-period.ts';
import { formatWeek } from '../../../site/src/i18n/format.ts';
import { type Locale, locales } from '../../../site/src/i18n/locale.ts';
import { periodName } from '../../../site/src/i18n/period-name.ts';

const TODAY = '2026-11-22';

test.each([
  ['2026-11', '2026-11'],
  ['2026年11月', '2026-11'],
  ['２０２６年十一月份', '2026-11'],
  ['202611', '2026-11'],
  ['2026/1', '2026-01'],
  ['3月', '2026-03'],
  ['12', '2026-12'],
  ['11/2026', '2026-11'],
  ['Nov 2026', '2026-11'],
  ['本月', '2026-11'],
  ['上个月', '2026-10'],
  ['2026-13', undefined],
  ['2026', undefined],
  ['Nov 26', undefined],
  ['0', undefined],
])('%s is the month %s', (typed, month) => expect(readMonth(typed, TODAY)).toBe(month));

test.each([
  ['2026-Q4', '2026-Q4'],
  ['2026年第四季度', '2026-Q4'],
  ['四季度', '2026-Q4'],
  ['2026q1', '2026-Q1'],
  ['Q1 2027', '2027-Q1'],
  ['3', '2026-Q3'],
  ['下季度', '2027-Q1'],
  ['2026-4', undefined],
  ['Q5', undefined],
])('%s is the quarter %s', (typed, quarter) => expect(readQuarter(typed, TODAY)).toBe(quarter));

test.each([
  ['2026', 2026],
  ['２０２６年', 2026],
  ['去年', 2025],
  ['26', undefined],
  ['0026', undefined],
])('%s is the year %s', (typed, year) => expect(readYear(typed, TODAY)).toBe(year));

test.each([
  ['2026-W48', '2026-W48'],
  ['2026年第48周', '2026-W48'],
  ['第四十八週', '2026-W48'],
  ['W9', '2026-W09'],
  ['48', '2026-W48'],
  ['Week 1 of 2027', '2027-W01'],
  ['2026-12-31', '2026-W53'],
  ['上周', '2026-W46'],
  ['本週', '2026-W47'],
  ['2026-W54', undefined],
  ['2025-W53', undefined],
  ['0', undefined],
  ['2026', undefined],
])('%s is the week %s', (typed, week) => expect(readWeek(typed, TODAY)).toBe(week));

test('every week lies in the one month its Thursday lies in', () => {
  expect(weeksOfMonth('2026-11')).toEqual(['2026-W45', '2026-W46', '2026-W47', '2026-W48']);
  expect(weeksOfMonth('2026-12')).toEqual(['2026-W49', '2026-W50', '2026-W51', '2026-W52', '2026-W53']);
  for (let month = 1; month <= 12; month += 1) {
    const name = `2027-${String(month).padStart(2, '0')}`;
    for (const week of weeksOfMonth(name)) expect(monthOfWeek(week)).toBe(name);
  }
  const year = Array.from({ length: 12 }, (_, index) => weeksOfMonth(`2027-${String(index + 1).padStart(2, '0')}`));
  expect(new Set(year.flat()).size).toBe(52);
});

test('last month of January lies in the year before', () => {
  expect(readMonth('上月', '2027-01-05')).toBe('2026-12');
  expect(readQuarter('上季度', '2027-01-05')).toBe('2026-Q4');
});

test.each<Locale>([...locales])('what a box shows can be read again (%s)', (locale) => {
  for (let month = 1; month <= 12; month += 1) {
    const value = `2025-${String(month).padStart(2, '0')}`;
    expect(readMonth(periodName(value, locale), TODAY)).toBe(value);
  }
  for (const value of ['2025-Q1', '2025-Q4']) expect(readQuarter(periodName(value, locale), TODAY)).toBe(value);
  expect(readYear(periodName('2025', locale), TODAY)).toBe(2025);
  for (const name of [formatWeek, periodName]) expect(readWeek(name('2025-W09', locale), TODAY)).toBe('2025-W09');
});
