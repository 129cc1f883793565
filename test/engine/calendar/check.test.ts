import { expect, test } from 'vitest';
import { type CalendarDocument, checkCalendar } from '../../../engine/calendar/index.ts';
import { document } from './cn-work.ts';

const findings = (changed: Partial<CalendarDocument>) =>
  checkCalendar({ ...document, ...changed }).map(({ code, path }) => `${path.join('.')} ${code}`);

const year = (off: readonly [string, string][], on: readonly string[]): CalendarDocument['years'] => ({
  '2028': {
    status: 'official',
    source: { title: '通知' },
    off: off.map(([from, to]) => ({ name: '假', from, to })),
    on: on.map((each) => ({ name: '假', date: each })),
  },
});

test('the published calendar has no findings', () => {
  expect(checkCalendar(document)).toEqual([]);
});

test.each([
  ['a day that does not exist', year([['2028-02-30', '2028-03-01']], []), ['years.2028.off.0.from no-such-date']],
  [
    'a range that ends before it begins',
    year([['2028-10-07', '2028-10-01']], []),
    ['years.2028.off.0.to dates-reversed'],
  ],
  [
    'a day far from its year',
    year([], ['2082-10-07']),
    ['years.2028.on.0.date outside-year', 'years.2028.on.0.date make-up-on-weekday'],
  ],
  ['a make-up day on a weekday', year([], ['2028-10-09']), ['years.2028.on.0.date make-up-on-weekday']],
  [
    'a make-up day inside a holiday',
    year([['2028-10-01', '2028-10-08']], ['2028-10-07']),
    ['years.2028.on.0.date make-up-in-holiday'],
  ],
  ['a New Year that begins in December', year([['2027-12-31', '2028-01-02']], ['2027-12-26']), []],
] as const)('%s', (_, years, expected) => {
  expect(findings({ years })).toEqual(expected);
});

test('working hours follow each other', () => {
  expect(
    findings({
      hours: [
        ['09:00', '12:00'],
        ['11:00', '18:00'],
        ['19:00', '19:00'],
      ],
    }),
  ).toEqual(['hours.1 hours-out-of-order', 'hours.2 hours-out-of-order']);
});
