import type { ReportMeasure, ReportPart, ReportView } from '../../../schemas/generated/api.ts';
import type { Words } from '../../../schemas/generated/common.ts';
import { type Cell, csvOf } from './csv.ts';
import { workbook } from './xlsx.ts';

type Language = 'zh-CN' | 'zh-TW' | 'en';
type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

/** A report as a file: every part a sheet, or in one text one after the other. */
export function reportFile(view: ReportView, format: 'csv' | 'xlsx', language: string): Response {
  const sheets = view.parts.map((part) => sheetOf(part, view, language as Language));
  const name = `${view.number}-${view.asOf}.${format}`;
  const heading = [
    [`${view.number} ${say(view.title, language as Language)}`],
    [view.asOf],
    ...filterLines(view, language as Language),
    [],
  ];
  const body =
    format === 'xlsx'
      ? workbook(sheets.map((sheet) => ({ ...sheet, rows: [...heading, ...sheet.rows] })))
      : csvOf([...heading, ...sheets.flatMap(({ name: title, rows }) => [[title], ...rows, []])]);
  return new Response(body, {
    headers: {
      'Content-Type': format === 'xlsx' ? XLSX : 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}

/** What the report was narrowed to. */
const filterLines = (view: ReportView, language: Language): readonly (readonly Cell[])[] =>
  view.filters.flatMap(({ title, options, values = [] }) =>
    values.length === 0
      ? []
      : [[say(title, language), ...values.map((value) => keyText(value, options, view, language))]],
  );

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function sheetOf(part: ReportPart, view: ReportView, language: Language): Sheet {
  const name = part.title === undefined ? say(part.source.title, language) : say(part.title, language);
  if (part.rows) return { name, rows: rowTable(part.rows, view, language) };
  const { dimensions, measures, groups, totals } = part;
  const head = [
    ...dimensions.map(({ title }) => say(title, language)),
    ...measures.map((measure) => headOf(measure, language)),
  ];
  const figures = (values: ReportPart['totals']) => measures.map(({ id }): Cell => numeric(values[id] ?? null));
  const body = groups.map(({ keys, values }) => [
    ...dimensions.map((dimension, at): Cell => keyText(keys[at] ?? null, dimension.options, view, language)),
    ...figures(values),
  ]);
  const foot = [...dimensions.map((): Cell => ''), ...figures(totals)];
  return { name, rows: [head, ...body, ...(Object.keys(totals).length === 0 ? [] : [foot])] };
}

const headOf = ({ title }: ReportMeasure, language: Language): string => say(title, language);

function rowTable(rows: NonNullable<ReportPart['rows']>, view: ReportView, language: Language): Sheet['rows'] {
  const columns = Object.entries(rows.columns);
  return [
    columns.map(([, { title }]) => say(title, language)),
    ...rows.items.map(({ cells }) =>
      columns.map(([id, column]): Cell => {
        const value = cells[id];
        if (NUMBERS.has(column.type)) return numeric(value === undefined ? null : String(value));
        return keyText(scalar(value), 'options' in column ? column.options : undefined, view, language);
      }),
    ),
  ];
}

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'percent', 'rating']);

const scalar = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

const numeric = (text: string | null): Cell => (text === null ? '' : { number: text });

/** A key as people read it: the words of an option, the name of a person, a unit, a process or a post. */
function keyText(
  key: string | number | boolean | null,
  options: unknown,
  { people, units, names }: ReportView,
  language: Language,
): string {
  const option = Array.isArray(options) ? options.find(({ id }) => id === key) : undefined;
  if (option) return say(option.title, language);
  const id = String(key ?? '');
  const words = people[id]?.name ?? units[id] ?? names[id];
  return words === undefined ? id : say(words, language);
}

const say = (words: Words, language: Language): string =>
  typeof words === 'string' ? words : (words[language] ?? words['zh-CN']);
