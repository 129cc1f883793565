import { describe, expect, test } from 'vitest';
import { caseNumber, numberParts } from '../../../engine/case/number.ts';
import type { NumberRule } from '../../../schemas/generated/process.ts';
import { day } from '../../support/acts.ts';

const numbered = (rule: NumberRule, on: string, counter: number) => caseNumber(numberParts(rule, day(on)), counter);

describe('numbers of cases (编号)', () => {
  test.each<[string, NumberRule['reset'], string, string]>([
    ['FA-{yyyy}-{seq:4}', 'year', '2026', 'FA-2026-0007'],
    ['FA{yyyy}{mm}-{seq:3}', 'month', '2026-11', 'FA202611-007'],
    ['{seq:6}', 'never', '', '000007'],
    ['{seq:1}/{yyyy}', 'year', '2026', '7/2026'],
    ['{yyyy}年{seq:2}号', 'year', '2026', '2026年07号'],
  ])('%s, started over each %s, counts within %j', (format, reset, period, number) => {
    const parts = numberParts({ format, reset }, day('2026-11-02'));
    expect(parts.period).toBe(period);
    expect(caseNumber(parts, 7)).toBe(number);
  });

  test('the parts are what a counter needs', () => {
    expect(numberParts({ format: 'FA-{yyyy}-{seq:4}', reset: 'year' }, day('2026-11-02'))).toEqual({
      period: '2026',
      prefix: 'FA-2026-',
      width: 4,
      suffix: '',
    });
  });

  test('a counter that outgrows its width is written in full', () => {
    expect(numbered({ format: 'A{seq:2}', reset: 'never' }, '2026-11-02', 100)).toBe('A100');
  });

  test('the local day decides at the turn of the year', () => {
    const rule: NumberRule = { format: '{yyyy}-{seq:2}', reset: 'year' };
    expect(numberParts(rule, day('2026-12-31')).period).toBe('2026');
    expect(numberParts(rule, day('2027-01-01')).period).toBe('2027');
  });
});
