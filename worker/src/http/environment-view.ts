import {
  type CivilDate,
  type Condition,
  casesOf,
  type Definition,
  type FieldNode,
  type FieldPath,
  type Formula,
  isObject,
  type LedgerRow,
  type RowAddress,
  rowAddress,
  rowsOf,
  type Values,
  type Workspace,
  yearOf,
} from '#engine';
import type { FormEnvironmentView, FormView, ReferenceRows } from '../../../schemas/generated/api.ts';
import { columnsSeen, ledgerSight } from '../cases/ledger-sight.ts';
import type { Visit } from '../store/visit.ts';

/**
 * What these forms refer to: settings, the columns of the ledgers that fields point into, the decision tables they are
 * filled from, and the working days that their limits count.
 *
 * @throws Error when the calendar is gone: publishing rules that out.
 */
export function environmentView(
  forms: readonly FormView[],
  definition: Definition,
  workspace: Workspace,
  today: CivilDate,
): FormEnvironmentView {
  const { settings, ledgers, calendars } = workspace.documents;
  const calendar = calendars[definition.document.calendar];
  if (!calendar) throw new Error(`no calendar ${definition.document.calendar}`);
  const pointed = Object.entries(ledgers).filter(([id]) => ledgersIn(forms).has(id));
  return {
    settings: Object.fromEntries(
      Object.entries(settings.settings).flatMap(([id, { type, value }]) =>
        type === 'duration' || type === 'point' ? [] : [[id, { type, value }]],
      ),
    ),
    ledgers: Object.fromEntries(
      pointed.map(([id, { title, name, columns, sums }]) => [
        id,
        { title, columns, ...(name !== undefined && { name }), ...(sums !== undefined && { sums }) },
      ]),
    ),
    ...tablesView(forms, workspace),
    calendar: fromLastYear(calendar, today),
  };
}

/** The decision tables that fields are filled from: the page comes to the same answers. */
function tablesView(forms: readonly FormView[], { documents }: Workspace): Pick<FormEnvironmentView, 'tables'> {
  const asked = decidedBy(forms);
  const tables = Object.entries(documents.tables).filter(([id]) => asked.has(id));
  if (tables.length === 0) return {};
  return { tables: Object.fromEntries(tables.map(([id, { tests: _, note: __, ...table }]) => [id, table])) };
}

/** Tables named by a field or column anywhere in the forms. */
function decidedBy(forms: readonly FormView[]): ReadonlySet<string> {
  const fields = forms.flatMap((form) => Object.values(form.fields));
  const all = fields.flatMap((field) => [field, ...(field.type === 'table' ? Object.values(field.columns) : [])]);
  return new Set(all.flatMap((field) => ('decide' in field && field.decide ? [field.decide.table] : [])));
}

/** Forms look ahead; what lies further back would only make them slower to open. */
function fromLastYear(calendar: FormEnvironmentView['calendar'], today: CivilDate): FormEnvironmentView['calendar'] {
  const years = Object.entries(calendar.years).filter(([year]) => Number(year) >= yearOf(today) - 1);
  return { ...calendar, years: Object.fromEntries(years) };
}

/** Ledgers named by a reference or lookup anywhere in the forms. */
function ledgersIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) ledgersIn(item, found);
  else if (isObject(value)) {
    if (typeof value.ledger === 'string') found.add(value.ledger);
    for (const member of Object.values(value)) ledgersIn(member, found);
  }
  return found;
}

/** What a case is called wherever it is pointed to; how it stands, its own readers see. */
const CASE_NAME = ['number', 'subject'] as const;

/**
 * The rows and cases that the values point to, cut down to the columns the visitor may read in the ledger, its name, and
 * those the forms compute with: whoever fills a form sees what it says.
 */
export function referenceRows(
  values: Values,
  definition: Definition,
  rows: Readonly<Record<RowAddress, LedgerRow>>,
  visit: Visit,
): ReferenceRows {
  const found: ReferenceRows = {};
  for (const node of definition.model.order) {
    const { field } = node;
    if (field.type !== 'reference') continue;
    const from = 'ledger' in field.to ? field.to.ledger : casesOf(field.to.process);
    const ledger = visit.workspace.documents.ledgers[from];
    const always = [...('process' in field.to ? CASE_NAME : []), ledger?.name, ...columnsRead(definition, node)];
    const sight = ledger ? ledgerSight(ledger, visit) : [];
    for (const id of referencesAt(values, node)) {
      const cells = rows[rowAddress(from, id)]?.cells;
      if (cells) found[id] = { ...found[id], ...pick(cells, new Set([...always, ...columnsSeen(sight, cells)])) };
    }
  }
  return found;
}

export const pick = (cells: Readonly<Record<string, unknown>>, columns: ReadonlySet<string | undefined>) =>
  Object.fromEntries(Object.entries(cells).filter(([column]) => columns.has(column)));

function referencesAt(values: Values, { form, id, table }: FieldNode): readonly string[] {
  const held = table === undefined ? [values[form]?.[id]] : rowsOf(values[form]?.[table]).map((row) => row[id]);
  return held.filter((row): row is string => typeof row === 'string' && row !== '');
}

/** Columns of the referenced row that any expression of the forms reads: `plan.changes.budget` reads `budget`. */
function columnsRead({ model }: Definition, { form, id, table }: FieldNode): readonly string[] {
  const roots: readonly FieldPath[] = table === undefined ? [`${form}.${id}`] : [`row.${id}`, `${form}.${table}.${id}`];
  const checks = [...model.checks.values()].flat().map(({ that }) => that);
  const formulas = [...[...model.nodes.values()].flatMap(formulasOf), ...checks];
  return formulas.flatMap(({ reads }) =>
    reads.flatMap((path) => roots.flatMap((root) => columnAfter(root.split('.'), path))),
  );
}

function columnAfter(root: readonly string[], path: readonly string[]): readonly string[] {
  const column = path[root.length];
  return column !== undefined && root.every((part, index) => path[index] === part) ? [column] : [];
}

function formulasOf({ visible, required, readonly, compute, initial, bounds, lookup }: FieldNode): readonly Formula[] {
  const keys = lookup === undefined ? [] : isFormula(lookup.key) ? [lookup.key] : Object.values(lookup.key);
  const conditions = [required, readonly].filter((condition): condition is Formula => isFormula(condition));
  const single = [visible, compute, initial].filter((formula) => formula !== undefined);
  return [...single, ...conditions, ...bounds, ...keys];
}

const isFormula = (value: Condition | Formula | Readonly<Record<string, Formula>>): value is Formula =>
  typeof value === 'object' && typeof value.run === 'function';
