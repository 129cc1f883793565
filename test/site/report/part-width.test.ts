import { describe, expect, test } from 'vitest';
import type { ReportPart } from '../../../schemas/generated/api.ts';
import { widthsOf } from '../../../site/src/report/part-width.ts';
import { dimension, drawing, measure } from './chart/parts.ts';

const rows = (count: number): ReportPart['groups'] =>
  Array.from({ length: count }, (_, at) => ({ keys: [`key ${at}`], values: {} }));

const picture = (show: ReportPart['show'], count = 0): ReportPart =>
  drawing({ show, dimensions: [dimension('unit', 'unit')], measures: [measure('sold', 'yuan')], groups: rows(count) })
    .part;

describe('pictures on a desk', () => {
  test('stand side by side when they are about as tall', () => {
    expect(widthsOf([picture('line'), picture('bars', 6)])).toEqual(['half', 'half']);
    expect(widthsOf([picture('gauge'), picture('gauge'), picture('gauge')])).toEqual(['half', 'half', 'whole']);
  });

  test('stand alone beside what is much taller, and beside tables', () => {
    expect(widthsOf([picture('gauge'), picture('stackedBars', 12)])).toEqual(['whole', 'whole']);
    expect(widthsOf([picture('table', 6), picture('bars', 6)])).toEqual(['whole', 'whole']);
  });

  test('find a partner after one that was none', () => {
    expect(widthsOf([picture('gauge'), picture('stackedBars', 12), picture('bars', 14)])).toEqual([
      'whole',
      'half',
      'half',
    ]);
  });
});
