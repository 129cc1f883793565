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

  test('a narrow column leaves the weekday out', () => {
    expect(fieldText({ type: 'date', title }, '2026-12-01', { ...context, compact: true })).toBe('2026-12-01');
  });
});

test('figures are the kinds that line up at the decimal point', () => {
  expect(isNumeric({ type: 'money', title })).toBe(true);
  expect(isNumeric({ type: 'date', title })).toBe(false);
});
