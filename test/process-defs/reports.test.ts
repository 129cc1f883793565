import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../cli/src/check.ts';
import { readFolder } from '../../cli/src/folder.ts';

const { definitions } = checkFiles(readFolder('process-defs'));
const { reports = {}, indicators } = definitions?.workspace ?? {};
const parts = Object.values(reports).flatMap((report) => Object.values(report.parts));

describe('the reports that ship', () => {
  test('are there by their numbers, from the cockpit to the completeness of archives', () => {
    const numbers = Object.values(reports).map(({ number }) => number);
    const expected = Array.from({ length: 29 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`);
    expect(numbers.toSorted()).toEqual(expected);
  });

  test('draw every kind of picture', () => {
    const drawn = new Set<string>(parts.map(({ show }) => show));
    const kinds = ['bars', 'stackedBars', 'line', 'pareto', 'funnel', 'heatMap', 'riskMatrix', 'bubbles', 'table'];
    const others = ['figures', 'gauge', 'list', 'gantt', 'calendar'];
    expect([...kinds, ...others].filter((kind) => !drawn.has(kind))).toEqual([]);
  });

  test('use indicators that say where their numbers come from', () => {
    const used = parts.flatMap((part) =>
      'measures' in part
        ? Object.values(part.measures).flatMap((measure) => ('indicator' in measure ? [measure.indicator] : []))
        : [],
    );
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((id) => (indicators?.indicators[id]?.source.length ?? 0) === 0)).toEqual([]);
  });
});
