import { describe, expect, test } from 'vitest';
import { byMeasure, drawnGrid, type Grid, gridOf } from '../../../../site/src/report/chart/grid.ts';
import { periodsFrom } from '../../../../site/src/report/chart/period-gaps.ts';
import { stackOf } from '../../../../site/src/report/chart/stack.ts';
import { dimension, drawing, measure } from './parts.ts';

const values = (grid: Grid) =>
  grid.rows.map(({ name, cells }) => [name, ...cells.map(({ series, group }) => group?.values[series.measure.id])]);

describe('the rows of a picture', () => {
  const [count, sold, rate] = [measure('count', 'cases'), measure('sold', 'cases'), measure('rate', 'percent')];

  test('are the groups, with the measures of one unit as series and the others beside them', () => {
    const drawn = drawing({
      dimensions: [dimension('unit', 'unit')],
      measures: [count, rate, sold],
      groups: [
        { keys: ['east'], values: { count: '3', rate: '50', sold: '6' } },
        { keys: [null], values: { count: '1', rate: null, sold: '0' } },
      ],
    });
    const { beside, ...grid } = drawnGrid(drawn, 'en');
    expect(grid.series.map(({ title }) => title)).toEqual(['COUNT', 'SOLD']);
    expect(beside).toEqual([rate]);
    expect(values(grid)).toEqual([
      ['East branch', '3', '6'],
      ['—', '1', '0'],
    ]);
  });

  test('are those of all dimensions but the last, which gives the series in the order of its options', () => {
    const drawn = drawing({
      dimensions: [dimension('unit', 'unit'), dimension('age', 'text', ['new', 'old'])],
      measures: [count],
      groups: [
        { keys: ['east', 'old'], values: { count: '2' } },
        { keys: ['west', 'new'], values: { count: '5' } },
        { keys: ['east', 'new'], values: { count: '1' } },
      ],
    });
    const grid = gridOf(drawn, [count], 'en');
    expect(grid.series.map(({ title }) => title)).toEqual(['Option new', 'Option old']);
    expect(values(grid)).toEqual([
      ['East branch', '1', '2'],
      ['west', '5', undefined],
    ]);
  });

  test('have a row for each period between the first and the last', () => {
    const drawn = drawing({
      dimensions: [dimension('month', 'month')],
      measures: [count],
      groups: [
        { keys: ['2025-12'], values: { count: '2' } },
        { keys: ['2026-02'], values: { count: '5' } },
      ],
    });
    expect(values(byMeasure(drawn, [count], 'en'))).toEqual([
      ['December 2025', '2'],
      ['January 2026', undefined],
      ['February 2026', '5'],
    ]);
  });
});

describe('gaps between periods', () => {
  const filled = (type: string, ...keys: (string | null)[]) =>
    periodsFrom(
      type,
      keys.map((key) => [key]),
    );

  test('are filled in weeks, months, quarters and years', () => {
    expect(filled('quarter', '2025-Q3', '2026-Q1')).toEqual(['2025-Q3', '2025-Q4', '2026-Q1']);
    expect(filled('year', '2024', '2026')).toEqual(['2024', '2025', '2026']);
    expect(filled('week', '2026-W52', '2027-W01')).toEqual(['2026-W52', '2026-W53', '2027-W01']);
    expect(filled('month', '2026-05')).toEqual(['2026-05']);
  });

  test('stay as they are when the keys are sorted otherwise, empty, too far apart or no periods', () => {
    expect(filled('month', '2026-02', '2026-01')).toBeUndefined();
    expect(filled('month', '2026-01', null)).toBeUndefined();
    expect(filled('month', '1900-01', '2026-01')).toBeUndefined();
    expect(filled('week', 'a', 'b')).toBeUndefined();
    expect(filled('text', 'a', 'b')).toBeUndefined();
    expect(filled('month')).toBeUndefined();
  });
});

test('the parts of a stack follow each other from zero, what is less than nothing to the other side', () => {
  const measures = ['a', 'b', 'c', 'd'].map((id) => measure(id, 'yuan'));
  const drawn = drawing({
    dimensions: [dimension('unit', 'unit')],
    measures,
    groups: [{ keys: ['east'], values: { a: '3', b: '-2', c: null, d: '4.5' } }],
  });
  expect(gridOf(drawn, measures, 'en').rows.map(stackOf)).toEqual([
    {
      segments: [
        { series: 'a', from: 0, to: 3 },
        { series: 'b', from: -2, to: 0 },
        { series: 'd', from: 3, to: 7.5 },
      ],
      least: -2,
      most: 7.5,
    },
  ]);
});
