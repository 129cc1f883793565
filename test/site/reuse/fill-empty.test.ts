import { describe, expect, test } from 'vitest';
import { fillEmpty, takeOut } from '../../../site/src/reuse/fill-empty.ts';

const given = { report: { next: '下周安排', problems: [{ _row: 'r1', problem: '缺货' }], done: '上周做的' } };

describe('values of the last case', () => {
  test('go where nothing is filled in; what somebody typed stays', () => {
    const present = { report: { done: '我写的', problems: [{ _row: 'r9' }] } };
    const { values, filled } = fillEmpty(present, given);
    expect(values).toEqual({ report: { ...given.report, done: '我写的' } });
    expect(filled.map(({ field }) => field)).toEqual(['next', 'problems']);
  });

  test('leave nothing to fill in where everything is', () => {
    const { values, filled } = fillEmpty(given, given);
    expect([values, filled]).toEqual([given, []]);
  });

  test('are taken out again as if they had never been there', () => {
    const present = { report: { done: '我写的', problems: [] } };
    const { values, filled } = fillEmpty(present, given);
    expect(takeOut(values, filled)).toEqual(present);
  });

  test('that were changed since stay when the rest is taken out', () => {
    const { values, filled } = fillEmpty({ report: {} }, given);
    const edited = { report: { ...values.report, next: '改过的安排' } };
    expect(takeOut(edited, filled)).toEqual({ report: { next: '改过的安排' } });
  });
});
