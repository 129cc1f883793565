import { type Draft, openDraft } from './draft.ts';
import type { FormFacts } from './facts.ts';
import { canonicalOf, type FieldNode, type FormModel, isDerived, isTable } from './model.ts';
import { computedValue, settleAffected, settleNode } from './settle.ts';
import { type FieldPath, freshRowIds, nextRowId, ROW_ID, ROW_KEY, type Row, rowsOf, type Values } from './value.ts';

/**
 * Values to open a form with: what is given for it, the defaults of what is not, and everything settled. Given values
 * of the wrong kind are left out; rows get identities. The values of other forms are kept and can be read by defaults.
 */
export function initialValues(model: FormModel, formId: string, given: Values, facts: FormFacts): Values {
  const fields = model.forms.get(formId) ?? [];
  const kept = fields.map((node) => [node.id, givenValue(node, given[formId]?.[node.id])] as const);
  const draft = openDraft({ ...given, [formId]: Object.fromEntries(kept.filter(([, value]) => value !== undefined)) });
  for (const node of model.order) {
    if (node.form === formId) fillIn(node, draft, facts);
    settleNode(node, draft, facts);
  }
  return draft.values;
}

/** Settled values with an empty row, its defaults filled in, at the end of a table. */
export function addRow(model: FormModel, values: Values, facts: FormFacts, table: FieldPath, rowId?: string): Values {
  const node = model.nodes.get(table);
  if (!node) return values;
  const rows = rowsOf(values[node.form]?.[node.id]);
  return addRows(model, values, facts, table, [rowId ?? nextRowId(rows.map((row) => row[ROW_KEY]))]);
}

/** The same with several rows, one for each free identity; at the end of the table, or from the index `at` on. */
export function addRows(
  model: FormModel,
  values: Values,
  facts: FormFacts,
  table: FieldPath,
  rowIds: readonly string[],
  at?: number,
): Values {
  const node = model.nodes.get(table);
  if (!node || rowIds.length === 0) return values;
  const rows = rowsOf(values[node.form]?.[node.id]);
  const draft = openDraft(values);
  const added = rowIds.map((id) => ({ [ROW_KEY]: id }));
  draft.setField(node.form, node.id, rows.toSpliced(at ?? rows.length, 0, ...added));
  const fresh = new Set(rowIds);
  const [first, second] = rowIds;
  for (const column of model.order) {
    if (column.form !== node.form || column.table !== node.id) continue;
    fillIn(column, draft, facts, fresh);
    settleNode(column, draft, facts, second === undefined ? first : undefined);
  }
  return settleAffected(model, draft.values, facts, table);
}

/** Puts the default where a value is missing; of a column in all rows or those named. */
export function fillIn(node: FieldNode, draft: Draft, facts: FormFacts, rowIds?: ReadonlySet<unknown>): void {
  const { form, id, table, initial } = node;
  if (!initial || isDerived(node)) return;
  if (table === undefined) {
    if (draft.values[form]?.[id] !== undefined) return;
    draft.setField(form, id, computedValue(node, initial.run(draft.values, facts)));
    return;
  }
  for (const [index, row] of rowsOf(draft.values[form]?.[table]).entries()) {
    if (row[id] !== undefined || (rowIds !== undefined && !rowIds.has(row[ROW_KEY]))) continue;
    draft.setCell(form, table, index, id, computedValue(node, initial.run(draft.values, facts, row)));
  }
}

function givenValue(node: FieldNode, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (isTable(node)) return givenRows(node, rowsOf(value));
  const canonical = canonicalOf(node, value);
  return canonical === undefined || node.shape(canonical) ? undefined : canonical;
}

function givenRows(node: FieldNode, rows: readonly Row[]): readonly Row[] {
  const taken = new Set<unknown>();
  const isFree = (id: unknown): id is string => typeof id === 'string' && ROW_ID.test(id) && !taken.has(id);
  const fresh = freshRowIds(rows.map((row) => row[ROW_KEY]));
  return rows.map((row) => {
    const own = row[ROW_KEY];
    const id = isFree(own) ? own : fresh();
    taken.add(id);
    const cells = node.columns.map((column) => [column.id, givenValue(column, row[column.id])] as const);
    return { ...Object.fromEntries(cells.filter(([, cell]) => cell !== undefined)), [ROW_KEY]: id };
  });
}
