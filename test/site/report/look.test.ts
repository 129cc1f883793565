import { describe, expect, test } from 'vitest';
import type { ReportRowPage } from '../../../schemas/generated/api.ts';
import { reportWords } from '../../../site/src/i18n/report.ts';
import { exportAddress } from '../../../site/src/report/export-address.ts';
import { indicatorLimits } from '../../../site/src/report/indicator-limits.ts';
import { closed, type Look, lookOf, searchOf, withDay, withFilter } from '../../../site/src/report/look.ts';
import { keyText } from '../../../site/src/report/names.ts';
import { periodsAround, presetDays } from '../../../site/src/report/periods.ts';
import { continued } from '../../../site/src/report/use-rows.ts';

describe('the address of a report', () => {
  const look: Look = {
    asOf: '2026-09-30',
    filters: { unit: ['east'], kind: ['a&b', '乙'] },
    opened: { part: 'ageing', measure: 'balance', keys: ['east', null, 3, true] },
  };

  test('keeps the day, the filters and the number that is opened', () => {
    expect(lookOf(searchOf('receivable-ageing', look))).toEqual(look);
    expect(searchOf('receivable-ageing', { filters: {} })).toBe('?id=receivable-ageing');
  });

  test('leaves out what cannot be read', () => {
    const broken =
      '?id=x&asOf=yesterday&filters=%7B%22unit%22%3A%5B1%2C%22east%22%5D%2C%22kind%22%3A%22a%22%7D&keys=%5B%7B%7D';
    expect(lookOf(broken)).toEqual({ filters: { unit: ['east'] } });
    expect(lookOf('?filters=%5B')).toEqual({ filters: {} });
    expect(lookOf('?part=all&keys=%5B%22a%22%2C%7B%7D%5D').opened).toEqual({ part: 'all', keys: ['a'] });
  });

  test('changes one thing at a time', () => {
    expect(withFilter(look, 'unit', []).filters).toEqual({ kind: ['a&b', '乙'] });
    expect(withFilter(look, 'unit', ['west']).filters.unit).toEqual(['west']);
    expect(withDay(look, undefined)).not.toHaveProperty('asOf');
    expect(withDay(look, '2026-01-31')).toEqual({ ...look, asOf: '2026-01-31' });
    expect(closed(look)).not.toHaveProperty('opened');
  });

  test('leads to the same picture as a file', () => {
    const [path, query] = exportAddress('ageing', look, 'xlsx', 'en', 'people').split('?');
    expect(path).toBe('/api/reports/ageing/export');
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      asOf: '2026-09-30',
      filters: '{"unit":["east"],"kind":["a&b","乙"]}',
      part: 'people',
      format: 'xlsx',
      language: 'en',
    });
  });
});

describe('periods to choose from', () => {
  test('end the month, the quarter and the year before a day', () => {
    expect(presetDays('2026-03-31')).toEqual({
      monthEnd: '2026-02-28',
      quarterEnd: '2025-12-31',
      yearEnd: '2025-12-31',
    });
    expect(presetDays('2026-11-23').quarterEnd).toBe('2026-09-30');
  });

  test('begin a little after the day and go back', () => {
    expect(periodsAround('year', '2026-11-23')).toEqual(['2027', '2026', '2025', '2024', '2023', '2022', '2021']);
    expect(periodsAround('quarter', '2026-11-23').slice(3, 6)).toEqual(['2027-Q1', '2026-Q4', '2026-Q3']);
    expect(periodsAround('month', '2026-01-31').slice(11, 14)).toEqual(['2026-02', '2026-01', '2025-12']);
    expect(periodsAround('week', '2027-01-01').slice(3, 6)).toEqual(['2027-W01', '2026-W53', '2026-W52']);
  });
});

test('keys read as what they stand for', () => {
  const known = { people: {}, units: { east: { 'zh-CN': '东区', en: 'East' } }, names: { sale: '销售' } };
  const said = (type: string, key: string | number | boolean | null) =>
    keyText({ id: 'x', title: '', type, options: [{ id: 'a', title: '甲' }] }, key, known, 'en');
  expect([said('unit', 'east'), said('text', 'sale'), said('choice', 'a'), said('text', 'b')]).toEqual([
    'East',
    '销售',
    '甲',
    'b',
  ]);
  expect([said('month', '2026-11'), said('flag', true), said('text', null), said('date', '2026-11-02')]).toEqual([
    'November 2026',
    'Yes',
    '—',
    '2 Nov 2026',
  ]);
  expect([said('text', '2026-Q3'), said('text', '2026-04'), said('text', '2026-0035')]).toEqual([
    'Q3 2026',
    'April 2026',
    '2026-0035',
  ]);
});

test('an indicator says from where on it is good or fair', () => {
  const said = (direction: 'up' | 'down' | undefined, good?: string, fair?: string) => {
    const indicator = {
      id: 'rate',
      says: '',
      source: [],
      ...(direction && { direction }),
      ...(good !== undefined && { good }),
      ...(fair !== undefined && { fair }),
    };
    const measure = { id: 'rate', title: '', unit: 'percent', opens: true, indicator } as const;
    return indicatorLimits(measure, reportWords['zh-CN'], 'zh-CN');
  };
  expect(said('up', '95', '85')).toBe('良好 ≥ 95%，注意 ≥ 85%');
  expect(said('down', '5')).toBe('良好 ≤ 5%');
  expect([said(undefined, '5'), said('up')]).toEqual([undefined, undefined]);
});

test('rows that may not be seen add up from page to page', () => {
  const page: ReportRowPage = {
    source: { id: 'cases', title: '单据' },
    asOf: '2026-11-23',
    columns: {},
    items: [{ id: 'a', cells: {} }],
    next: 'more',
    unseen: 2,
    people: {},
    units: {},
    names: { a: '甲' },
  };
  const { next: _, ...last } = { ...page, items: [{ id: 'b', cells: {} }], unseen: 1, names: { b: '乙' } };
  const both = continued(page, last);
  expect(both).toMatchObject({ unseen: 3, names: { a: '甲', b: '乙' } });
  expect(both.items.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(both).not.toHaveProperty('next');
});
