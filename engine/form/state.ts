import type { FormFacts } from './facts.ts';
import { type FieldNode, type FormModel, holds, isDerived, isVisible } from './model.ts';
import { type FieldPath, isObject, type Row, type Values } from './value.ts';

export type FieldState = { readonly visible: boolean; readonly required: boolean; readonly readonly: boolean };

const HIDDEN: FieldState = { visible: false, required: false, readonly: true };

/**
 * How a field, or the cell of a column in one row, is to be shown. A column without a row is its heading: whatever
 * depends on the row counts as shown, optional and writable there. Computed and looked-up values are read-only.
 */
export function fieldState(
  model: FormModel,
  values: Values,
  facts: FormFacts,
  path: FieldPath,
  rowIndex?: number,
): FieldState {
  const node = model.nodes.get(path);
  if (!node) return HIDDEN;
  const table = node.table === undefined ? undefined : model.nodes.get(`${node.form}.${node.table}`);
  if (table && !isVisible(table, values, facts)) return HIDDEN;
  const row = table && rowIndex !== undefined ? rowAt(values[node.form]?.[table.id], rowIndex) : undefined;
  return table && !row ? headingState(node, values, facts) : stateOf(node, values, facts, row);
}

function rowAt(table: unknown, index: number): Row | undefined {
  const row: unknown = Array.isArray(table) ? table[index] : undefined;
  return isObject(row) ? row : undefined;
}

function stateOf(node: FieldNode, values: Values, facts: FormFacts, row: Row | undefined): FieldState {
  if (!isVisible(node, values, facts, row)) return HIDDEN;
  return {
    visible: true,
    required: holds(node.required, values, facts, row),
    readonly: isDerived(node) || holds(node.readonly, values, facts, row),
  };
}

function headingState(node: FieldNode, values: Values, facts: FormFacts): FieldState {
  const { visible, required, readonly } = node;
  if (visible && !visible.readsRow && !isVisible(node, values, facts)) return HIDDEN;
  const isSure = (condition: typeof required): boolean =>
    (typeof condition === 'boolean' || !condition.readsRow) && holds(condition, values, facts);
  return { visible: true, required: isSure(required), readonly: isDerived(node) || isSure(readonly) };
}
