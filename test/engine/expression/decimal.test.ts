import { describe, expect, it } from 'vitest';
import {
  add,
  cmp,
  type Decimal,
  decimalOf,
  div,
  mul,
  parseDecimal,
  round,
  sub,
  toPlain,
} from '../../../engine/shared/decimal.ts';

function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (!value) throw new Error(`not a decimal: ${text}`);
  return value;
}

describe('reading decimals', () => {
  it.each([
    '',
    ' ',
    '1e3',
    '1E3',
    '+1',
    '.5',
    '1.',
    '007',
    '00.5',
    '1,200',
    '1.2万',
    '１２',
    '-',
    '--1',
    'NaN',
    'Infinity',
    '0x10',
    '1 ',
    '1'.repeat(65),
  ])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['1200.00', '1200'],
    ['-12.50', '-12.5'],
    ['0.000000000000000000001', '0.000000000000000000001'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
  ])('reads %s as %s', (text, plain) => {
    expect(toPlain(decimal(text))).toBe(plain);
  });
});

describe('computing with decimals', () => {
  it('is exact', () => {
    expect(toPlain(add(decimal('0.1'), decimal('0.2')))).toBe('0.3');
    expect(toPlain(sub(decimal('0.3'), decimal('0.1')))).toBe('0.2');
    expect(toPlain(mul(decimal('1.1'), decimal('1.1')))).toBe('1.21');
    expect(cmp(decimal('1.10'), decimal('1.1'))).toBe(0);
    expect(cmp(decimalOf(2), decimal('10'))).toBe(-1);
  });

  it('divides to 20 digits and never by zero', () => {
    expect(toPlain(div(decimal('2'), decimal('3')) ?? decimalOf(0))).toBe('0.66666666666666666667');
    expect(div(decimal('1'), decimal('0.00'))).toBeUndefined();
  });

  it('rounds half away from zero', () => {
    expect(toPlain(round(decimal('1.005'), 2))).toBe('1.01');
    expect(toPlain(round(decimal('-1.005'), 2))).toBe('-1.01');
    expect(toPlain(round(decimal('150'), -2))).toBe('200');
  });

  it('writes a fixed number of digits when asked', () => {
    expect(toPlain(decimal('1200'), 2)).toBe('1200.00');
    expect(toPlain(decimal('0.005'), 2)).toBe('0.01');
    expect(toPlain(decimal('-0.001'), 2)).toBe('0.00');
  });
});
