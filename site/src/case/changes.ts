import type { ChangeView, FormView } from '../../../schemas/generated/api.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import { isRecord } from '../fields/lists.ts';
import { caseWords } from '../i18n/case.ts';
import { type Locale, pick } from '../i18n/locale.ts';

/** One line of what changed: a field, a cell, a row that came or went. */
export type ChangeLine = {
  readonly key: string;
  readonly title: string;
  readonly field: Field | undefined;
  readonly before: unknown;
  readonly after: unknown;
};

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const same = (left: unknown, right: unknown): boolean => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);

/** The changes of one entry, tables taken apart row by row so that only what differs is shown. */
export function changeLines(
  changes: readonly ChangeView[],
  forms: readonly FormView[],
  locale: Locale,
): readonly ChangeLine[] {
  return changes.flatMap((change) => {
    const [form = '', name = ''] = change.field.split('.');
    const field: Field | undefined = forms.find(({ id }) => id === form)?.fields[name];
    const title = field === undefined ? change.field : pick(field.title, locale);
    if (field?.type === 'table') return tableLines(change, field, title, locale);
    return [{ key: change.path, title, field, before: change.before, after: change.after }];
  });
}

type Table = Extract<Field, { type: 'table' }>;

function tableLines(
  { path, before, after }: ChangeView,
  table: Table,
  title: string,
  locale: Locale,
): readonly ChangeLine[] {
  const words = caseWords[locale];
  const [old, now] = [rowsOf(before), rowsOf(after)];
  const gone = old.flatMap((row, index) =>
    now.some((other) => other._row === row._row)
      ? []
      : [rowLine(`${path}/-${index}`, `${title} · ${words.rowRemoved(index + 1)}`, table, row, undefined)],
  );
  const present = now.flatMap((row, index) => {
    const was = old.find((other) => other._row === row._row);
    return was === undefined
      ? [rowLine(`${path}/+${index}`, `${title} · ${words.rowAdded(index + 1)}`, table, undefined, row)]
      : cellLines(`${path}/${index}`, table, was, row, (column) => words.inRow(title, index + 1, column), locale);
  });
  return [...gone, ...present];
}

/** A whole row, drawn as a table of one. */
function rowLine(
  key: string,
  title: string,
  table: Table,
  before: Row | undefined,
  after: Row | undefined,
): ChangeLine {
  const { totals: _, ...field } = table;
  return { key, title, field, before: before && [before], after: after && [after] };
}

function cellLines(
  path: string,
  table: Table,
  was: Row,
  row: Row,
  name: (column: string) => string,
  locale: Locale,
): readonly ChangeLine[] {
  return Object.entries<Field>(table.columns)
    .filter(([id]) => !same(was[id], row[id]))
    .map(([id, column]) => ({
      key: `${path}/${id}`,
      title: name(pick(column.title, locale)),
      field: column,
      before: was[id],
      after: row[id],
    }));
}
