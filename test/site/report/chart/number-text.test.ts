import { describe, expect, test } from 'vitest';
import {
  bareText,
  headText,
  limitText,
  numberText,
  placesIn,
  roundText,
} from '../../../../site/src/report/chart/number-text.ts';
import { textWidth, widthOf } from '../../../../site/src/report/chart/text-width.ts';
import { measure } from './parts.ts';

describe('the numbers of a report', () => {
  test('read with their unit in the words of the language', () => {
    expect(numberText('tenThousandYuan', '123456789.5', 'zh-CN')).toBe('12,345.68 万元');
    expect(numberText('tenThousandYuan', '123456789.5', 'zh-TW')).toBe('12,345.68 萬元');
    expect(numberText('tenThousandYuan', '123456789.5', 'en')).toBe('¥123,456,790');
    expect(numberText('yuan', '-1200.5', 'zh-CN')).toBe('−¥1,200.50');
    expect(numberText('percent', '92.3749', 'en')).toBe('92.4%');
    expect(numberText('people', '1', 'en')).toBe('1 person');
    expect(numberText('people', '12', 'en')).toBe('12 people');
    expect(numberText('days', '3.456', 'zh-CN')).toBe('3.5 天');
    expect(numberText('days', '1', 'en')).toBe('1 day');
    expect(numberText('cases', '1234', 'en')).toBe('1,234');
    expect(numberText('cases', '1234', 'zh-CN')).toBe('1,234 件');
  });

  test('keep every digit that a float would lose', () => {
    expect(bareText('number', '9007199254740993.25', 'en')).toBe('9,007,199,254,740,993.25');
    expect(bareText('yuan', '0.285', 'en')).toBe('0.29');
    expect(bareText('tenThousandYuan', '90071992547409931234', 'zh-CN')).toBe('9,007,199,254,740,993.12');
  });

  test('have as many digits as the others of their column', () => {
    const groups = [{ values: { rate: '4' } }, { values: { rate: '4.25' } }, { values: { rate: null } }];
    expect(placesIn(measure('rate', 'points'), groups)).toBe(1);
    expect(placesIn(measure('rate', 'number'), groups)).toBe(2);
    expect(placesIn(measure('rate', 'cases'), groups)).toBe(0);
    expect(bareText('points', '4', 'zh-CN', 1)).toBe('4.0');
  });

  test('have no sign when nothing is left of them', () => {
    expect(bareText('tenThousandYuan', '-3', 'zh-CN')).toBe('0.00');
    expect(bareText('number', '-0.001', 'en')).toBe('0');
  });

  test('have no needless zeros on a scale', () => {
    expect(roundText('tenThousandYuan', '2000000', 'zh-CN')).toBe('200');
    expect(roundText('percent', '50', 'en')).toBe('50%');
    expect(limitText('days', '30', 'zh-CN')).toBe('30 天');
  });

  test('leave their unit to the heading of a column', () => {
    expect(headText(measure('budget', 'tenThousandYuan'), 'zh-CN')).toBe('BUDGET（万元）');
    expect(headText(measure('rate', 'percent'), 'zh-CN')).toBe('RATE');
    expect(headText(measure('tickets', 'cases'), 'en')).toBe('TICKETS');
  });
});

test('a Chinese character takes the room of two digits', () => {
  expect(textWidth('12.5 万元')).toBe(9);
  expect(widthOf(['1', '12.5 万元', '¥100'])).toBe('10ch');
  expect(widthOf([])).toBe('2ch');
});
