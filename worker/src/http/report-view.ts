import {
  BUILT_IN,
  type ReportPart as CompiledPart,
  type Instant,
  isBuiltIn,
  type Measure,
  overOf,
  type PartFigures,
} from '#engine';
import type { ReportDimension, ReportMeasure, ReportPart, ReportView } from '../../../schemas/generated/api.ts';
import type { Over } from '../../../schemas/generated/report.ts';
import { readBehind, readParts } from '../cases/read-report.ts';
import type { Looking } from '../cases/report-moment.ts';
import { columnsFor, listedRows } from '../cases/report-rows.ts';
import type { Store } from '../store/database.ts';
import type { Visit } from '../store/visit.ts';
import { peopleIn, unitsIn } from './names-in.ts';
import { type Named, namedCells, namesFor } from './report-names.ts';

/** A report as somebody may see it. */
export async function reportView(store: Store, looking: Looking, now: Instant): Promise<ReportView> {
  const { who, report, today, day, chosen } = looking;
  const { id, number, title, help } = report.document;
  const readings = await readParts(store, looking, report.parts);
  const parts = await Promise.all(
    report.parts.map(async (part, at): Promise<ReportPart> => {
      const reading = readings[at];
      const state = reading?.state ?? 'hidden';
      if (reading?.state !== 'ready') return { ...frameOf(part, who), state };
      const filled = { ...frameOf(part, who), state, ...numbersOf(reading.figures) };
      return 'columns' in part.source ? { ...filled, ...(await rowsOf(store, looking, part, now)) } : filled;
    }),
  );
  const { organisation } = who.workspace.documents;
  return {
    id,
    number,
    title,
    ...(help !== undefined && { help }),
    asOf: day ?? today,
    today,
    filters: report.filters.map(({ id: filter, of: _, options, ...shown }) => ({
      id: filter,
      ...shown,
      ...(Array.isArray(options) && { options }),
      values: [...(chosen[filter] ?? [])],
    })),
    parts,
    people: peopleIn([parts, chosen], organisation),
    units: unitsIn([parts, chosen], organisation),
    names: await namesFor(store, namedIn(report.parts, parts), who),
  };
}

const numbersOf = ({ groups, totals, left }: PartFigures): Pick<ReportPart, 'groups' | 'totals' | 'left'> => ({
  groups: groups.map(({ keys, values }) => ({ keys: [...keys], values })),
  totals,
  left,
});

/** Everything of a part but its numbers. */
function frameOf(part: CompiledPart, who: Visit): Omit<ReportPart, 'state'> {
  const { id, source, rows, dimensions, measures } = part;
  const over = overOf(part);
  const { title, help, show } = source;
  return {
    id,
    ...(title !== undefined && { title }),
    ...(help !== undefined && { help }),
    show,
    source: { id: rows.id, title: rows.title },
    dimensions: [...periodOf(over), ...dimensions.map(dimensionView)],
    measures: measures.filter(({ hidden }) => !hidden).map((measure) => measureView(measure, over, who)),
    groups: [],
    totals: {},
    left: 0,
  };
}

/** Along periods the first key is a period. */
const periodOf = (over: Over | undefined): ReportDimension[] =>
  over ? [{ id: 'period', title: PERIOD, type: over.every }] : [];

const PERIOD = { 'zh-CN': '期间', 'zh-TW': '期間', en: 'Period' };

const dimensionView = ({
  id,
  title,
  type,
  options,
  named,
  rowsOf: ledger,
}: CompiledPart['dimensions'][number]): ReportDimension => ({
  id,
  title,
  type: type.kind,
  ...(options && { options: [...options] }),
  ...(named && { named }),
  ...(ledger !== undefined && { named: 'row' }),
});

/** What was added in a period is no row that could be shown. */
function measureView(
  { id, title, unit, indicator }: Measure,
  over: Over | undefined,
  { workspace }: Visit,
): ReportMeasure {
  const opens = over?.change !== true;
  if (indicator === undefined) return { id, title, unit, opens };
  const { id: name, says, source, direction, good, fair } = indicator;
  const { ledgers } = workspace.documents;
  const titleOf = (from: string) => (isBuiltIn(from) ? BUILT_IN[from].title : ledgers[from]?.title);
  return {
    id,
    title,
    unit,
    opens,
    indicator: {
      id: name,
      says,
      source: source.map((from) => ({ id: from, title: titleOf(from) ?? from })),
      ...(direction && { direction }),
      ...(good !== undefined && { good: String(good) }),
      ...(fair !== undefined && { fair: String(fair) }),
    },
  };
}

async function rowsOf(
  store: Store,
  looking: Looking,
  part: CompiledPart,
  now: Instant,
): Promise<Pick<ReportPart, 'rows' | 'left'>> {
  const { source } = part;
  const behind = await readBehind(store, looking, part, { measure: undefined, keys: undefined });
  if (behind === undefined || !('columns' in source)) return { left: 0 };
  const { items, left } = await listedRows(store, looking, part, behind, now);
  const { start, end, colour } = source;
  const wanted = new Set([...source.columns, ...[start, end, colour].filter((column) => column !== undefined)]);
  const columns = Object.entries(columnsFor(part.rows, looking)).filter(([id]) => wanted.has(id));
  const order = (id: string) => source.columns.indexOf(id);
  return {
    left,
    rows: {
      columns: Object.fromEntries(columns.toSorted(([a], [b]) => order(a) - order(b))),
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      ...(colour !== undefined && { colour }),
      items: items.map(({ cells, ...row }) => ({
        ...row,
        cells: Object.fromEntries(Object.entries(cells).filter(([id]) => wanted.has(id))),
      })),
    },
  };
}

/** What keys and cells stand for: built-in columns name themselves, references the rows of a ledger. */
function namedIn(compiled: readonly CompiledPart[], parts: readonly ReportPart[]): readonly Named[] {
  return parts.flatMap(({ dimensions, groups, rows }, at) => {
    const part = compiled[at];
    if (part === undefined) return [];
    const first = dimensions.length - part.dimensions.length;
    const keys = part.dimensions.flatMap(({ named, rowsOf: ledger }, index) =>
      named || ledger ? groups.map((group) => ({ id: String(group.keys[first + index] ?? ''), ledger })) : [],
    );
    return [...keys, ...namedCells(part.rows, rows?.items ?? [])];
  });
}
