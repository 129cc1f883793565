import { describe, expect, test } from 'vitest';
import { type AnyField, fieldText, isNumeric } from '../../../site/src/i18n/field-text.ts';

const people = { u07: { id: 'u07', name: { 'zh-CN': '唐晓雯', en: 'Tang Xiaowen' }, posts: [] } };
const context = { locale: 'zh-CN', people } as const;
const options = [
  { id: 'discount', title: { 'zh-CN': '促销让利', en: 'Discounts' } },
  { id: 'travel', title: '差旅' },
];
const title = '标题';

describe('a stored value as a line of text', () => {
  const cases: readonly (readonly [AnyField, unknown, string])[] = [
    [{ type: 'text', title }, '新品发布会', '新品发布会'],
    [{ type: 'money', title }, '1200', '¥1,200.00'],
    [{ type: 'money', title, currency: 'USD' }, '1200.5', 'US$1,200.50'],
    [{ type: 'money', title, unit: 'tenThousand' }, '12345000.00', '1,234.5 万元'],
    [{ type: 'money', title, unit: 'tenThousand', currency: 'USD' }, '125000.00', '12.5 万 USD'],
    [{ type: 'percent', title }, '42.5', '42.5%'],
    [{ type: 'integer', title }, 12000, '12,000'],
    [{ type: 'integer', title }, 2026, '2026'],
    [{ type: 'flag', title }, true, '是'],
    [{ type: 'flag', title }, false, '否'],
    [{ type: 'choice', title, options }, 'discount', '促销让利'],
    [{ type: 'choice', title, options }, 'gone', 'gone'],
    [{ type: 'choices', title, options }, ['discount', 'travel'], '促销让利、差旅'],
    [{ type: 'date', title }, '2026-12-01', '2026-12-01 周二'],
    [{ type: 'dateRange', title }, { start: '2026-12-01', end: '2026-12-14' }, '2026-12-01 — 2026-12-14'],
    [{ type: 'week', title }, '2026-W48', '2026 年第 48 周（11-23 至 11-29）'],
    [{ type: 'time', title }, '08:30', '08:30'],
    [{ type: 'dateTime', title }, '2026-11-22T08:30', '2026-11-22 周日 08:30'],
    [{ type: 'month', title }, '2026-11', '2026 年 11 月'],
    [{ type: 'quarter', title }, '2026-Q4', '2026 年第 4 季度'],
    [{ type: 'year', title }, 2026, '2026 年'],
    [{ type: 'phone', title }, '13800138000', '138 0013 8000'],
    [{ type: 'phone', title }, '010-88888888', '010-88888888'],
    [{ type: 'identityCode', title }, '11010519491231002X', '…002X'],
    [{ type: 'person', title }, 'u07', '唐晓雯'],
    [{ type: 'person', title }, 'u99', 'u99'],
    [{ type: 'people', title }, ['u07', 'u99'], '唐晓雯、u99'],
    [{ type: 'files', title }, [{}, {}], '2 个文件'],
    [{ type: 'table', title, columns: {} }, [{}], '1 行'],
  ];
  test.each(cases)('%j with %j reads %s', (field, value, text) => expect(fieldText(field, value, context)).toBe(text));

  test('no value is no text, for every kind', () => {
    for (const [field] of cases)
      for (const nothing of [undefined, null, '']) expect(fieldText(field, nothing, context)).toBe('');
  });

  test.each([
    [{ type: 'dateTime', title }, '2026-11-22T08:30', 'Sun, 22 Nov 2026, 08:30'],
    [{ type: 'month', title }, '2026-11', 'November 2026'],
    [{ type: 'quarter', title }, '2026-Q4', 'Q4 2026'],
    [{ type: 'money', title, unit: 'tenThousand' }, '125000.00', '¥125,000.00'],
  ] as const)('%j with %j reads %s in English', (field, value, text) =>
    expect(fieldText(field, value, { ...context, locale: 'en' })).toBe(text),
  );

  test('a narrow column leaves the weekday out', () => {
    expect(fieldText({ type: 'date', title }, '2026-12-01', { ...context, compact: true })).toBe('2026-12-01');
    expect(fieldText({ type: 'dateTime', title }, '2026-12-01T08:30', { ...context, compact: true })).toBe(
      '2026-12-01 08:30',
    );
  });
});

test('figures are the kinds that line up at the decimal point', () => {
  expect(isNumeric({ type: 'money', title })).toBe(true);
  expect(isNumeric({ type: 'date', title })).toBe(false);
});
