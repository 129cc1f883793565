import type { ReportDimension, ReportGroup, ReportKey, ReportMeasure } from '../../../../schemas/generated/api.ts';
import { type Locale, pick } from '../../i18n/locale.ts';
import { isPeriodId, keyText } from '../names.ts';
import { type Drawing, groupName, isPeriod, plotted } from './drawing.ts';
import { periodsFrom } from './period-gaps.ts';

/** One of the things drawn side by side in every row. */
export type Series = { readonly id: string; readonly title: string; readonly measure: ReportMeasure };

/** One number of a grid; a group that is not there holds nothing. */
export type Cell = { readonly series: Series; readonly group: ReportGroup | undefined };

export type GridRow = {
  readonly id: string;
  readonly keys: readonly ReportKey[];
  readonly name: string;
  readonly cells: readonly Cell[];
  /** The group, where the whole row is one. */
  readonly group: ReportGroup | undefined;
};

/** The numbers of a part as rows of the same series. */
export type Grid = { readonly series: readonly Series[]; readonly rows: readonly GridRow[] };

/**
 * Every group a row with its measures as series, or, when the last dimension tells the series apart, a row for all groups
 * that are the same but for it.
 */
export function gridOf(drawing: Drawing, measures: readonly ReportMeasure[], locale: Locale): Grid {
  const { dimensions } = drawing.part;
  const [first] = measures;
  const last = dimensions.at(-1);
  if (first === undefined) return { series: [], rows: [] };
  const several = dimensions.length > 1 && last !== undefined;
  return several ? byLast(drawing, first, last, locale) : byMeasure(drawing, measures, locale);
}

/** Every group a row. */
export function byMeasure(drawing: Drawing, measures: readonly ReportMeasure[], locale: Locale): Grid {
  const series = measures.map((measure) => ({ id: measure.id, title: pick(measure.title, locale), measure }));
  const rows = inOrder(drawing.part.dimensions[0], drawing.part.groups, (keys) => keys).map(({ keys, groups }) => {
    const [group] = groups;
    return {
      id: JSON.stringify(keys),
      keys,
      name: groupName(drawing, { keys: [...keys] }, locale),
      cells: series.map((each) => ({ series: each, group })),
      group,
    };
  });
  return { series, rows };
}

function byLast(drawing: Drawing, measure: ReportMeasure, last: ReportDimension, locale: Locale): Grid {
  const { dimensions, groups } = drawing.part;
  const keys = orderOf(
    last,
    groups.map((group) => group.keys.at(-1) ?? null),
  );
  const series = keys.map((key) => ({
    id: JSON.stringify(key),
    title: keyText(last, key, drawing.words, locale),
    measure,
  }));
  const rows = inOrder(dimensions[0], groups, (all) => all.slice(0, -1)).map((row) => ({
    id: JSON.stringify(row.keys),
    keys: row.keys,
    name: groupName(
      { ...drawing, part: { ...drawing.part, dimensions: dimensions.slice(0, -1) } },
      { keys: [...row.keys] },
      locale,
    ),
    cells: series.map((each) => ({
      series: each,
      group: row.groups.find((group) => JSON.stringify(group.keys.at(-1) ?? null) === each.id),
    })),
    group: undefined,
  }));
  return { series, rows };
}

/** Keys once each: options in their own order, periods by time, others as they come. */
export function orderOf(dimension: ReportDimension, keys: readonly ReportKey[]): readonly ReportKey[] {
  const known = [...new Set(keys)];
  const { options } = dimension;
  if (options === undefined)
    return isPeriod(dimension) || dimension.type === 'integer' || known.every(isPeriodId)
      ? known.toSorted(compare)
      : known;
  const rank = (key: ReportKey) => {
    const at = options.findIndex(({ id }) => id === key);
    return at < 0 ? options.length : at;
  };
  return known.toSorted((a, b) => rank(a) - rank(b));
}

const compare = (a: ReportKey, b: ReportKey): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : 1;
};

type KeyedGroups = { readonly keys: readonly ReportKey[]; readonly groups: readonly ReportGroup[] };

/** Groups by some of their keys in the order they come; along periods none is missing between the first and the last. */
function inOrder(
  first: ReportDimension | undefined,
  groups: readonly ReportGroup[],
  keysOf: (keys: readonly ReportKey[]) => readonly ReportKey[],
): readonly KeyedGroups[] {
  const found = new Map<string, KeyedGroups & { readonly groups: ReportGroup[] }>();
  for (const group of groups) {
    const keys = keysOf(group.keys);
    const id = JSON.stringify(keys);
    const known = found.get(id);
    if (known) known.groups.push(group);
    else found.set(id, { keys, groups: [group] });
  }
  const rows = [...found.values()];
  const periods =
    first &&
    periodsFrom(
      first.type,
      rows.map(({ keys }) => keys),
    );
  return periods ? periods.map((key) => found.get(JSON.stringify([key])) ?? { keys: [key], groups: [] }) : rows;
}

/** Splits the measures of a part into those that are drawn and those that are only said. */
export function drawnGrid(drawing: Drawing, locale: Locale): Grid & { readonly beside: readonly ReportMeasure[] } {
  const { drawn, beside } = plotted(drawing.part);
  return { ...gridOf(drawing, drawn, locale), beside };
}
