import { describe, expect, test } from 'vitest';
import { capitalAmount } from '../../../site/src/form/capital.ts';
import { groupNumber, plainNumber } from '../../../site/src/form/number-text.ts';

describe('what somebody typed as a number', () => {
  test.each([
    ['1200', '1200'],
    ['１２，０００．５', '12000.5'],
    ['¥1,234,567.80', '1234567.80'],
    ['￥ 12 000 元', '12000'],
    ['007', '7'],
    ['.5', '0.5'],
    ['3.', '3'],
    ['－3', '-3'],
    ['−3', '-3'],
    ['-0', '0'],
    ['-0.00', '0.00'],
  ])('%s is %s', (typed, plain) => {
    expect(plainNumber(typed)).toBe(plain);
  });

  test.each(['', 'abc', '1e3', '1.2万', '1.2.3', '--1', '十二', '0x10'])('%s is no number', (typed) => {
    expect(plainNumber(typed)).toBeUndefined();
  });
});

test.each([
  ['1234567.5', 2, '1,234,567.50'],
  ['-1234', 0, '-1,234'],
  ['999', 0, '999'],
  ['0.1234', 2, '0.1234'],
])('%s with at least %i digits is shown as %s', (plain, places, shown) => {
  expect(groupNumber(plain, places)).toBe(shown);
});

describe('an amount in capital numerals', () => {
  test.each([
    ['300000.00', '叁拾万元整'],
    ['36045.00', '叁万陆仟零肆拾伍元整'],
    ['1005.30', '壹仟零伍元叁角整'],
    ['100000005', '壹亿零伍元整'],
    ['10002000', '壹仟万贰仟元整'],
    ['0.05', '伍分'],
    ['12.05', '壹拾贰元零伍分'],
    ['-20.50', '负贰拾元伍角整'],
  ])('%s is %s', (amount, words) => {
    expect(capitalAmount(amount, 'zh-CN')).toBe(words);
  });

  test('traditional characters on the zh-TW page, none on the English one', () => {
    expect(capitalAmount('20000', 'zh-TW')).toBe('貳萬元整');
    expect(capitalAmount('20000', 'en')).toBeUndefined();
  });

  test.each(['', '0.00', '1.234', 'abc', '12345678901234567'])('%s has none', (amount) => {
    expect(capitalAmount(amount, 'zh-CN')).toBeUndefined();
  });
});
