import { describe, expect, test } from 'vitest';
import type { ReportRow } from '../../../../schemas/generated/api.ts';
import { daysOf, monthMoved, monthsBetween, weekdayOf } from '../../../../site/src/report/chart/days.ts';
import { spanOf } from '../../../../site/src/report/chart/gantt-span.ts';
import { coloursOf, datedRows, nameColumn, type Rows } from '../../../../site/src/report/chart/rows-of.ts';
import { drawing } from './parts.ts';

test('months follow each other over the end of a year', () => {
  expect(monthMoved('2026-12', 1)).toBe('2027-01');
  expect(monthMoved('2026-01', -1)).toBe('2025-12');
  expect(monthsBetween('2025-11-30', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(daysOf('2028-02')).toHaveLength(29);
  expect([daysOf('2026-11')[0], daysOf('2026-11').at(-1)]).toEqual(['2026-11-01', '2026-11-30']);
  expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]);
});

describe('the days of a gantt', () => {
  const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

  test('are whole months from the first to the last, today among them', () => {
    const span = spanOf([{ start: '2026-09-15', end: '2026-09-20' }], '2026-11-23');
    expect(span.months.map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-11']);
    expect(span.at(day('2026-09-01'))).toBe(0);
    expect(span.at(day('2026-12-01'))).toBe(1);
    expect(span.at(day('2026-10-01'))).toBeCloseTo(30 / 91);
  });

  test('are named by few months when they are many', () => {
    const { months } = spanOf([{ start: '2025-01-01', end: undefined }], '2026-12-31');
    expect(months.map(({ month }) => month)).toEqual([
      '2025-01',
      '2025-05',
      '2025-09',
      '2026-01',
      '2026-05',
      '2026-09',
    ]);
  });

  test('are those of today when no row has any', () => {
    expect(spanOf([], '2026-11-23').months).toEqual([{ month: '2026-11', at: 0 }]);
  });
});

describe('rows along the calendar', () => {
  const rows: Rows = {
    columns: {
      start: { type: 'date', title: 'Start' },
      name: { type: 'text', title: 'Name' },
      kind: {
        type: 'choice',
        title: 'Kind',
        options: [
          { id: 'a', title: 'A' },
          { id: 'b', title: 'B' },
        ],
      },
    },
    start: 'start',
    end: 'end',
    colour: 'kind',
    items: [
      { id: '1', case: 'c1', cells: { name: 'Fair', start: '2026-11-01', kind: 'b' } },
      { id: '2', number: 'N-2', cells: { start: '2026-11-02T09:00:00Z', end: '2026-11-04' } },
    ] satisfies ReportRow[],
  };

  test('have their name, their days and the place of their colour', () => {
    const dated = datedRows(drawing({ show: 'gantt', rows }), 'en');
    expect(dated.map(({ name, start, end, colour }) => [name, start, end, colour])).toEqual([
      ['Fair', '2026-11-01', undefined, 1],
      ['N-2', '2026-11-02', '2026-11-04', -1],
    ]);
    expect(coloursOf(rows).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('are named by the first column that is none of their days', () => {
    expect(nameColumn(rows)).toBe('name');
    expect(nameColumn({ ...rows, columns: { start: { type: 'date', title: 'Start' } } })).toBe('start');
  });
});
