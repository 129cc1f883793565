import { type Draft, openDraft } from './draft.ts';
import type { FormFacts } from './facts.ts';
import { canonicalOf, type FieldNode, type FormModel, hasWork, isTable, isVisible } from './model.ts';
import { type FieldPath, isObject, ROW_KEY, type Row, rowIndex, rowsOf, sameValue, type Values } from './value.ts';

/**
 * Recomputes every computed and looked-up value and drops the values of hidden fields, in one pass in the order of
 * dependency. Settling settled values changes nothing.
 */
export function settle(model: FormModel, values: Values, facts: FormFacts): Values {
  const draft = openDraft(values);
  for (const node of model.settling) settleNode(node, draft, facts);
  return draft.values;
}

/**
 * The same after a change of one field of settled values, with work only where the change can be felt. `rowId` tells
 * that a column changed in no other row. Gives what `settle` gives.
 */
export function settleAffected(
  model: FormModel,
  values: Values,
  facts: FormFacts,
  path: FieldPath,
  rowId?: string,
): Values {
  const draft = openDraft(values);
  const changed = model.nodes.get(path);
  if (changed && hasWork(changed)) settleNode(changed, draft, facts, rowId);
  for (const { node, rowOnly, settles } of model.affected.get(path) ?? []) {
    if (settles) settleNode(node, draft, facts, rowOnly ? rowId : undefined);
  }
  return draft.values;
}

/** What must be recomputed or drawn again when a field or column changes, in the order of evaluation. */
export function affected(model: FormModel, path: FieldPath): readonly FieldPath[] {
  return (model.affected.get(path) ?? []).map(({ node }) => node.path);
}

/** The settled value of one field; for a column one value a row. Undefined when it is hidden or empty. */
export function settleField(model: FormModel, values: Values, facts: FormFacts, path: FieldPath): unknown {
  const node = model.nodes.get(path);
  if (!node) return undefined;
  if (node.table === undefined) return settledValue(node, values[node.form]?.[node.id], values, facts);
  return rowsOf(values[node.form]?.[node.table]).map((row) => settledValue(node, row[node.id], values, facts, row));
}

/** Settles one node in the draft; of a column all rows or the one named. */
export function settleNode(node: FieldNode, draft: Draft, facts: FormFacts, rowId?: string): void {
  const { form, id, table } = node;
  if (table === undefined) {
    const stored = draft.values[form]?.[id];
    const next = settledValue(node, stored, draft.values, facts);
    if (!sameValue(stored, next)) draft.setField(form, id, next);
    return;
  }
  const stored = draft.values[form]?.[table];
  if (rowId !== undefined) settleCell(node, table, draft, facts, rowIndex(stored, rowId));
  else for (const index of rowsOf(stored).keys()) settleCell(node, table, draft, facts, index);
}

function settleCell(node: FieldNode, table: string, draft: Draft, facts: FormFacts, index: number): void {
  const { form, id } = node;
  const stored = draft.values[form]?.[table];
  const row: unknown = Array.isArray(stored) ? stored[index] : undefined;
  if (!isObject(row)) return;
  const next = settledValue(node, row[id], draft.values, facts, row);
  if (!sameValue(row[id], next)) draft.setCell(form, table, index, id, next);
}

function settledValue(node: FieldNode, stored: unknown, values: Values, facts: FormFacts, row?: Row): unknown {
  if (!isVisible(node, values, facts, row)) return undefined;
  if (node.compute) return computedValue(node, node.compute.run(values, facts, row));
  if (node.lookup) return lookedUp(node, stored, facts, row);
  return isTable(node) && !Array.isArray(stored) ? [] : stored;
}

/** The result of an expression as the field stores it. */
export function computedValue(node: FieldNode, result: unknown): unknown {
  const { kind, field } = node;
  if (isTable(node)) return rowsOf(result).map((row, index) => ({ ...row, [ROW_KEY]: `r${index + 1}` }));
  return canonicalOf(node, kind.fit && result !== null ? kind.fit(result, field) : result);
}

function lookedUp(node: FieldNode, stored: unknown, { lookups }: FormFacts, row: Row | undefined): unknown {
  if (!Object.hasOwn(lookups, node.path)) return stored;
  const found = lookups[node.path];
  if (!row) return canonicalOf(node, found);
  const id = row[ROW_KEY];
  const known = isObject(found) && typeof id === 'string' && Object.hasOwn(found, id);
  return known ? canonicalOf(node, found[id]) : stored;
}
