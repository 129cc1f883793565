import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDateRange,
  formatDeadline,
  formatDecimal,
  formatDue,
  formatInstant,
  formatMoney,
  formatPercent,
  formatSince,
  formatSize,
  formatWeek,
} from '../../../site/src/i18n/format.ts';

const SHANGHAI = 'Asia/Shanghai';
const at = (text: string) => Date.parse(text);

describe('dates and times', () => {
  test('a date carries its weekday in the language of the page', () => {
    expect(formatDate('2026-11-22', 'zh-CN')).toBe('2026-11-22 周日');
    expect(formatDate('2026-11-22', 'zh-TW')).toBe('2026-11-22 週日');
    expect(formatDate('2026-11-22', 'en')).toBe('Sun, 22 Nov 2026');
  });

  test('a text that is no date is shown as it is', () => {
    expect(formatDate('soon', 'en')).toBe('soon');
  });

  test('an instant is shown in the zone of the workspace, also over midnight', () => {
    expect(formatInstant('2026-11-22T16:30:00.000Z', SHANGHAI, 'zh-CN')).toBe('2026-11-23 周一 00:30');
    expect(formatInstant('2026-11-22T16:30:00.000Z', 'UTC', 'en')).toBe('Sun, 22 Nov 2026, 16:30');
  });

  test('a range shows both ends, or the end that is known', () => {
    expect(formatDateRange({ start: '2026-12-01', end: '2026-12-14' }, 'zh-CN')).toBe('2026-12-01 — 2026-12-14');
    expect(formatDateRange({ start: '2026-12-01' }, 'en')).toBe('1 Dec 2026');
  });

  test('an ISO week names its Monday and Sunday, also over the turn of the year', () => {
    expect(formatWeek('2026-W48', 'zh-CN')).toBe('2026 年第 48 周（11-23 至 11-29）');
    expect(formatWeek('2026-W53', 'en')).toBe('Week 53 of 2026 (28 Dec – 3 Jan)');
    expect(formatWeek('2026', 'en')).toBe('2026');
  });
});

describe('how long ago', () => {
  const now = at('2026-11-22T10:00:00Z');
  const since = (text: string) => formatSince(text, now, SHANGHAI, 'zh-CN');

  test.each([
    ['2026-11-22T09:59:30Z', '刚刚'],
    ['2026-11-22T09:13:00Z', '47 分钟前'],
    ['2026-11-22T01:30:00Z', '今天 09:30'],
    ['2026-11-21T15:59:00Z', '昨天 23:59'],
    ['2026-11-18T02:00:00Z', '11-18 10:00'],
    ['2025-12-31T02:00:00Z', '2025-12-31'],
  ])('%s reads %s', (then, text) => expect(since(then)).toBe(text));

  test('yesterday is a day of the zone, not 24 hours', () => {
    expect(formatSince('2026-11-21T15:59:00Z', at('2026-11-21T17:30:00Z'), SHANGHAI, 'en')).toBe('yesterday 23:59');
  });

  test('an instant ahead of the clock is not "just now"', () => {
    expect(since('2026-11-22T12:00:00Z')).toBe('今天 20:00');
  });
});

describe('deadlines', () => {
  const due = (deadline: string, now: string) => formatDue({ at: deadline }, at(now), SHANGHAI, 'zh-CN');
  const endOf24th = '2026-11-24T16:00:00.000Z';

  test.each([
    ['2026-11-21T10:00:00Z', '还剩 3 天', 'calm'],
    ['2026-11-23T10:00:00Z', '明天到期', 'near'],
    ['2026-11-24T02:00:00Z', '今天到期', 'near'],
    ['2026-11-24T15:59:59Z', '今天到期', 'near'],
    ['2026-11-24T16:00:00Z', '已逾期 1 天', 'late'],
    ['2026-11-26T03:00:00Z', '已逾期 2 天', 'late'],
  ])('midnight belongs to the day it ends: at %s it reads %s', (now, text, tone) => {
    expect(due(endOf24th, now)).toEqual({ text, tone });
  });

  test('a deadline within the day says its hour until it has passed', () => {
    const friday = '2026-11-27T10:00:00.000Z';
    expect(due(friday, '2026-11-26T10:00:00Z').text).toBe('明天 18:00 到期');
    expect(due(friday, '2026-11-27T09:59:00Z').text).toBe('今天 18:00 到期');
    expect(due(friday, '2026-11-27T10:00:00Z')).toEqual({ text: '已逾期', tone: 'late' });
  });

  test('in full, midnight is written as the end of its day', () => {
    expect(formatDeadline(endOf24th, SHANGHAI, 'zh-CN')).toBe('2026-11-24 周二 24:00');
    expect(formatDeadline('2026-11-27T10:00:00Z', SHANGHAI, 'en')).toBe('Fri, 27 Nov 2026 18:00');
  });
});

describe('numbers', () => {
  test('money keeps every digit of its decimal text', () => {
    expect(formatMoney('300000', 'zh-CN')).toBe('¥300,000.00');
    expect(formatMoney('12345678901234567890.12', 'en')).toBe('¥12,345,678,901,234,567,890.12');
    expect(formatMoney('0.125', 'zh-CN')).toBe('¥0.125');
    expect(formatMoney('-20.5', 'zh-TW', 'TWD')).toBe('−NT$20.50');
  });

  test('no two currencies look alike, whatever the language', () => {
    const signs = ['CNY', 'TWD', 'USD'].map((currency) => formatMoney('1', 'zh-TW', currency));
    expect(signs).toEqual(['¥1.00', 'NT$1.00', 'US$1.00']);
  });

  test('what is no decimal is shown as it is, not as NaN', () => {
    expect(formatMoney('1.2万', 'zh-CN')).toBe('1.2万');
    expect(formatDecimal('', 'en')).toBe('');
  });

  test('decimals and percents show the digits they have', () => {
    expect(formatDecimal('1234567.50', 'en')).toBe('1,234,567.50');
    expect(formatDecimal(42, 'zh-CN')).toBe('42');
    expect(formatPercent('12.5', 'zh-CN')).toBe('12.5%');
  });

  test('a file size is short', () => {
    expect(formatSize(0)).toBe('0 B');
    expect(formatSize(1_258_291)).toBe('1.2 MB');
    expect(formatSize(524_288_000)).toBe('500 MB');
  });
});
