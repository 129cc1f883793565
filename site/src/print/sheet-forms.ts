import type { CaseView, FormView, Words } from '../../../schemas/generated/api.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import type { IsShown } from '../case/shown-fields.ts';
import { stepsOf } from '../case/steps.ts';
import { WIDE } from '../case/wide-kinds.ts';
import { isRecord } from '../fields/lists.ts';
import { sectionsOf } from '../form/sections.ts';

export type SheetCell = { readonly id: string; readonly field: Field; readonly value: unknown };
export type TableField = Extract<Field, { type: 'table' }>;

/** One line of the grid: two fields beside each other, one over the whole width, a table, a heading. */
export type SheetRow =
  | { readonly kind: 'pair'; readonly cells: readonly SheetCell[] }
  | { readonly kind: 'wide'; readonly cell: SheetCell }
  | { readonly kind: 'table'; readonly id: string; readonly field: TableField; readonly rows: readonly TableRow[] }
  | { readonly kind: 'heading'; readonly id: string; readonly title: Words };
export type TableRow = Readonly<Record<string, unknown>>;

export type SheetBand = { readonly key: string; readonly title?: Words; readonly rows: readonly SheetRow[] };
export type SheetForm = { readonly id: string; readonly title: Words; readonly bands: readonly SheetBand[] };

/** The forms that hold something and were handed in, without the paths that are omitted. */
export function sheetForms(view: CaseView, omitted: ReadonlySet<string>, isShown: IsShown): readonly SheetForm[] {
  const done = doneSteps(view);
  return view.forms
    .filter(({ id }) => Object.keys(view.values[id] ?? {}).length > 0)
    .filter(({ id }) => view.filledAt[id]?.some((step) => done.has(step)) ?? true)
    .map((form) => ({ id: form.id, title: form.title, bands: bandsOf(form, view, omitted, isShown) }))
    .filter(({ bands }) => bands.length > 0);
}

/** The first step, whose form is the application itself, and all that are over. */
function doneSteps({ picture }: CaseView): ReadonlySet<string> {
  const steps = stepsOf(picture);
  return new Set(steps.filter(({ state }, index) => index === 0 || state === 'done').map(({ step }) => step));
}

function bandsOf(
  form: FormView,
  { values }: CaseView,
  omitted: ReadonlySet<string>,
  isShown: IsShown,
): readonly SheetBand[] {
  const cellsOf = (id: string): readonly SheetCell[] => {
    const field: Field | undefined = form.fields[id];
    const path = `${form.id}.${id}`;
    if (field === undefined || omitted.has(path) || !isShown(form.id, id)) return [];
    const cell = { id: path, field: withoutColumns(field, path, omitted), value: values[form.id]?.[id] };
    if (field.type !== 'group') return [cell];
    const members = field.members.flatMap(cellsOf);
    return members.length === 0 ? [] : [cell, ...members];
  };
  return sectionsOf(form)
    .map(({ key, title, fields }) => ({
      key,
      ...(title !== undefined && { title }),
      rows: rowsOf(fields.flatMap(cellsOf)),
    }))
    .filter(({ rows }) => rows.some(({ kind }) => kind !== 'heading'));
}

function withoutColumns(field: Field, path: string, omitted: ReadonlySet<string>): Field {
  if (field.type !== 'table') return field;
  const columns = Object.entries(field.columns).filter(([column]) => !omitted.has(`${path}.${column}`));
  return { ...field, columns: Object.fromEntries(columns) };
}

/** Fields in their order; neighbours that are narrow share a line. */
function rowsOf(cells: readonly SheetCell[]): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    if (last?.kind === 'pair' && last.cells.length === 1 && isNarrow(cell.field)) {
      rows[rows.length - 1] = { kind: 'pair', cells: [...last.cells, cell] };
    } else {
      rows.push(...rowOf(cell));
    }
  }
  return rows;
}

const isNarrow = ({ type, wide }: Field): boolean =>
  wide !== true && !WIDE.has(type) && type !== 'heading' && type !== 'group';

function rowOf(cell: SheetCell): readonly SheetRow[] {
  const { id, field, value } = cell;
  switch (field.type) {
    case 'table': {
      const rows = Array.isArray(value) ? value.filter(isRecord) : [];
      return [rows.length === 0 ? { kind: 'wide', cell } : { kind: 'table', id, field, rows }];
    }
    case 'heading':
    case 'group':
      return [{ kind: 'heading', id, title: field.title }];
    default:
      return [isNarrow(field) ? { kind: 'pair', cells: [cell] } : { kind: 'wide', cell }];
  }
}
