import { scaleLinear } from 'd3-scale';
import type { ReportGroup, ReportMeasure } from '../../../../schemas/generated/api.ts';
import type { Grid } from './grid.ts';

/** Where numbers stand along an axis, as parts of its length from 0 to 1. Only places are floats, never what is read. */
export type Axis = {
  readonly of: (value: string | null) => number;
  readonly ticks: readonly { readonly text: string; readonly at: number }[];
};

/** The size of a number for drawing; nothing counts as zero. */
export const sizeOf = (value: string | null | undefined): number => Number(value ?? 0) || 0;

/** An axis that holds some numbers and zero. `count` is about how many ticks it has. */
export function axisFor(values: readonly (string | null)[], count: number): Axis {
  const sizes = values.map(sizeOf);
  return axisOf(Math.min(0, ...sizes), Math.max(0, ...sizes), count);
}

/** An axis from one number to another, widened to round ones. */
export function axisOf(least: number, greatest: number, count: number): Axis {
  const scale = scaleLinear()
    .domain([least, greatest > least ? greatest : least + 1])
    .nice(count)
    .range([0, 1]);
  return {
    of: (value) => scale(sizeOf(value)),
    ticks: scale.ticks(count).map((tick) => ({ text: plain(tick), at: scale(tick) })),
  };
}

const DIGITS = 6;

/** A round number as decimal text. */
function plain(tick: number): string {
  const fixed = tick.toFixed(DIGITS);
  const text = fixed.replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** A part of a length as CSS. */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** Units of which nothing is there when a group is missing; of others there is no number then. */
const COUNTED: ReadonlySet<string> = new Set(['number', 'yuan', 'tenThousandYuan', 'pieces', 'cases', 'people']);

/** The number of a group, zero for a missing one of what is counted. */
export function numberIn(measure: ReportMeasure, group: ReportGroup | undefined): string | null {
  if (group) return group.values[measure.id] ?? null;
  return measure.indicator === undefined && COUNTED.has(measure.unit) ? '0' : null;
}

export const numbersIn = ({ rows }: Grid): readonly (string | null)[] =>
  rows.flatMap(({ cells }) => cells.map(({ series, group }) => numberIn(series.measure, group)));
