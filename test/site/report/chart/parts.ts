import type { ReportDimension, ReportMeasure, ReportPart } from '../../../../schemas/generated/api.ts';
import type { Drawing } from '../../../../site/src/report/chart/drawing.ts';

export const measure = (id: string, unit: ReportMeasure['unit'], more: Partial<ReportMeasure> = {}): ReportMeasure => ({
  id,
  title: id.toUpperCase(),
  unit,
  opens: true,
  ...more,
});

export const dimension = (id: string, type: string, options?: readonly string[]): ReportDimension => ({
  id,
  title: id,
  type,
  ...(options && { options: options.map((option) => ({ id: option, title: `Option ${option}` })) }),
});

/** A part as the API answers it, and what its keys stand for. */
export function drawing(part: Partial<ReportPart>): Drawing {
  return {
    part: {
      id: 'part',
      show: 'bars',
      source: { id: 'sales', title: 'Sales' },
      state: 'ready',
      dimensions: [],
      measures: [],
      groups: [],
      totals: {},
      left: 0,
      ...part,
    },
    words: { people: {}, units: { east: 'East branch' }, names: {}, asOf: '2026-11-23' },
    open: () => undefined,
  };
}
