import { describe, expect, test } from 'vitest';
import { fromLeast, levelOf, matrixOf } from '../../../../site/src/report/chart/matrix.ts';
import { dimension } from './parts.ts';

describe('a matrix', () => {
  const [unit, month] = [dimension('unit', 'unit'), dimension('month', 'month')];
  const groups = [
    { keys: ['east', '2026-02'], values: { n: '1' } },
    { keys: ['east', '2026-01'], values: { n: '2' } },
    { keys: ['west', '2026-01'], values: { n: '3' } },
  ];

  test('has the groups where their keys meet, periods in their order', () => {
    const matrix = matrixOf({ dimensions: [unit, month], groups });
    expect(matrix?.downKeys).toEqual(['east', 'west']);
    expect(matrix?.acrossKeys).toEqual(['2026-01', '2026-02']);
    expect(matrix?.at('east', '2026-02')).toBe(groups[0]);
    expect(matrix?.at('west', '2026-02')).toBeUndefined();
  });

  test('has periods across wherever they stand', () => {
    const turned = groups.map(({ keys: [first = '', second = ''], values }) => ({ keys: [second, first], values }));
    const matrix = matrixOf({ dimensions: [month, unit], groups: turned });
    expect([matrix?.down.id, matrix?.across.id]).toEqual(['unit', 'month']);
    expect(matrix?.at('west', '2026-01')).toBe(turned[2]);
  });

  test('needs two dimensions', () => {
    expect(matrixOf({ dimensions: [unit], groups: [] })).toBeUndefined();
  });
});

describe('a risk', () => {
  test('is read on a scale from least to greatest, whichever way the options stand', () => {
    expect(fromLeast(dimension('impact', 'choice', ['high', 'medium', 'low']))).toEqual(['low', 'medium', 'high']);
    expect(fromLeast(dimension('impact', 'choice', ['low', 'medium', 'high']))).toEqual(['low', 'medium', 'high']);
  });

  test('is the graver the more likely and the heavier it is', () => {
    const levels = [0, 1, 2].map((likelihood) => [0, 1, 2].map((impact) => levelOf(likelihood, impact, 3)));
    expect(levels).toEqual([
      ['low', 'low', 'medium'],
      ['low', 'medium', 'high'],
      ['medium', 'high', 'high'],
    ]);
  });
});
