import type { MeasurePart, Part as PartSource, ReportDocument } from '../../schemas/generated/report.ts';
import { DECIMAL, type ExprType, INTEGER } from '../expression/type.ts';
import type { DocumentPath, FormFinding } from '../form/finding.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { compileCube } from './compile-cube.ts';
import { type Compiling, PartBuilder, type ReportEnvironment, sourceOf, type Text } from './part-builder.ts';
import type { Report, ReportPart, ReportSource } from './report.ts';

/**
 * Compiles a report: every expression is checked, and what has to be kept summed up is planned. Option lists have to be
 * resolved beforehand.
 *
 * @returns the report, or every finding that can be told apart; paths are those of the document.
 */
export function compileReport(
  document: ReportDocument,
  environment: ReportEnvironment,
): Result<Report, readonly FormFinding[]> {
  const findings: FormFinding[] = [];
  const { filters = {} } = document;
  const compiling = { environment, document, filters, findings, settings: settingTypes(environment) };
  const parts = Object.entries(document.parts).flatMap(([id, part]) => compilePart(compiling, id, part) ?? []);
  checkFilters(compiling, parts);
  if (findings.length > 0) return fail(distinct(findings));
  return ok({ document, filters: Object.entries(filters).map(([id, filter]) => ({ id, ...filter })), parts });
}

/** Measures that share a sum look at the same expressions. */
const distinct = (findings: readonly FormFinding[]): readonly FormFinding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

function settingTypes({ settings }: ReportEnvironment): ExprType {
  const numbers = Object.entries(settings).filter(([, { type }]) => type !== 'duration' && type !== 'point');
  const fields = numbers.map(([id, { type }]) => [id, type === 'integer' ? INTEGER : DECIMAL] as const);
  return { kind: 'record', fields: Object.fromEntries(fields) };
}

function compilePart(compiling: Compiling, id: string, part: PartSource): ReportPart | undefined {
  const path: DocumentPath = ['parts', id];
  const rows = sourceOf(compiling, part.from, [...path, 'from']);
  if (rows === undefined) return undefined;
  const where = part.where === undefined ? [] : [{ text: part.where, path: [...path, 'where'] }];
  if ('columns' in part) return rowPart(compiling, id, part, { rows, where });
  const { by = {} } = part;
  checkKeys(compiling, part, [...path, 'by']);
  const builder = new PartBuilder(compiling, { path, rows, where, by });
  for (const [name, measure] of Object.entries(part.measures)) builder.add(name, measure);
  const cubes = builder.cubes();
  checkSort(compiling, part, [...path, 'sort', 'by'], [...Object.keys(by), ...Object.keys(part.measures)]);
  return cubes && { id, source: part, rows, dimensions: builder.dimensions(cubes), measures: builder.measures, cubes };
}

/** A filter that applies to no part is a mistake. */
function checkFilters({ filters, findings }: Compiling, parts: readonly ReportPart[]): void {
  for (const id of Object.keys(filters))
    if (findings.length === 0 && parts.every(({ cubes }) => cubes.every((cube) => !Object.hasOwn(cube.filters, id))))
      findings.push({ code: 'filter-applies-nowhere', path: ['filters', id], params: { name: id } });
}

/** Pictures of groups need something to group by, single figures have nothing, and a funnel may go from measure to measure. */
function checkKeys({ findings }: Compiling, { show, by, over }: MeasurePart, path: DocumentPath): void {
  const number = Object.keys(by ?? {}).length;
  const single = show === 'figures' || show === 'gauge';
  const least = show === 'funnel' ? 0 : 1;
  const fits = single ? number === 0 && over === undefined : over === undefined ? number >= least : number < 2;
  if (!fits) findings.push({ code: 'part-keys', path, params: { show } });
}

function checkSort({ findings }: Compiling, part: PartSource, path: DocumentPath, names: readonly string[]): void {
  const by = 'sort' in part ? part.sort?.by : undefined;
  if (by !== undefined && !names.includes(by)) findings.push({ code: 'unknown-measure', path, params: { name: by } });
}

function rowPart(
  compiling: Compiling,
  id: string,
  part: Extract<PartSource, { columns: unknown }>,
  { rows, where }: { readonly rows: ReportSource; readonly where: readonly Text[] },
): ReportPart | undefined {
  const path: DocumentPath = ['parts', id];
  const named = [
    ...part.columns.map((column, at) => [column, ['columns', at]] as const),
    ...(['start', 'end', 'colour'] as const).flatMap((key) => {
      const column = part[key];
      return column === undefined ? [] : [[column, [key]] as const];
    }),
    ...(part.sort ? [[part.sort.by, ['sort', 'by']] as const] : []),
  ];
  for (const [column, at] of named)
    if (!Object.hasOwn(rows.columns, column))
      compiling.findings.push({ code: 'unknown-column', path: [...path, ...at], params: { name: column } });
  if (part.show !== 'list' && part.start === undefined)
    compiling.findings.push({ code: 'part-without-start', path: [...path, 'show'], params: { show: part.show } });
  const compiled = compileCube({ source: rows, where, by: [], sums: [] }, compiling);
  return compiled && { id, source: part, rows, dimensions: [], measures: [], cubes: [compiled] };
}
