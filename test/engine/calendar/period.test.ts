import { expect, test } from 'vitest';
import { type Every, nextOccurrence, WEEKDAYS } from '../../../engine/calendar/index.ts';
import { addDays, weekday } from '../../../engine/shared/civil-date.ts';
import { calendar, date } from './cn-work.ts';

test.each<[string, string, Every, string]>([
  ['the next Friday', '2026-11-19', 'friday', '2026-11-20'],
  ['a week later when today is Friday', '2026-11-20', 'friday', '2026-11-27'],
  ['a Friday that is a holiday', '2026-09-30', 'friday', '2026-10-02'],
  ['the first working day of a month, after its holidays', '2026-09-30', 'month', '2026-10-08'],
  ['the next month from the day itself', '2026-10-08', 'month', '2026-11-02'],
  ['the present month from one of its first holidays', '2026-10-01', 'month', '2026-10-08'],
  ['the first working day of a quarter', '2026-08-15', 'quarter', '2026-10-08'],
  ['a quarter over the year end', '2025-11-01', 'quarter', '2026-01-04'],
  ['the first working day of a year', '2025-06-01', 'year', '2026-01-04'],
  ['the same year from its first holiday', '2026-01-01', 'year', '2026-01-04'],
])('%s', (_, after, every, expected) => {
  expect(nextOccurrence(date(after), every, calendar)).toBe(expected);
});

test('every weekday comes within seven days of any day, never on the day itself', () => {
  for (let after = date('2026-01-01'); after < '2026-01-15'; after = addDays(after, 1)) {
    const next = WEEKDAYS.map((name) => nextOccurrence(after, name, calendar));
    expect(next.map(weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(next.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7].map((days) => addDays(after, days)));
  }
});
