import {
  covers,
  type Editable,
  type FieldNode,
  type FieldState,
  type FormModel,
  isDerived,
  isTable,
  type Row,
  rowsOf,
  type Values,
} from '#engine';

type StateOf = (node: FieldNode, rowIndex?: number) => FieldState;

const mayWrite = (editable: Editable, state: FieldState, node: FieldNode): boolean =>
  covers(editable, node) && !isDerived(node) && state.visible && !state.readonly;

/**
 * What goes to the server: every value I may write and nothing else. A value that was there and is gone is sent as
 * null; one that never was is left out.
 */
export function writableValues(
  model: FormModel,
  values: Values,
  base: Values,
  editable: Editable,
  stateOf: StateOf,
): Record<string, Record<string, unknown>> {
  const sent: Record<string, Record<string, unknown>> = {};
  for (const [form, nodes] of model.forms) {
    for (const node of nodes) {
      const value = isTable(node)
        ? writableRows(node, values, base, editable, stateOf)
        : mayWrite(editable, stateOf(node), node)
          ? (values[form]?.[node.id] ?? gone(base[form]?.[node.id]))
          : undefined;
      if (value !== undefined) sent[form] = { ...sent[form], [node.id]: value };
    }
  }
  return sent;
}

const gone = (before: unknown): null | undefined => (before === undefined || before === null ? undefined : null);

function writableRows(
  table: FieldNode,
  values: Values,
  base: Values,
  editable: Editable,
  stateOf: StateOf,
): readonly Row[] | undefined {
  const columns = table.columns.filter((column) => covers(editable, column) && !isDerived(column));
  const state = stateOf(table);
  if (columns.length === 0 || isDerived(table) || !state.visible || state.readonly) return undefined;
  const before = new Map(rowsOf(base[table.form]?.[table.id]).map((row) => [row._row, row]));
  return rowsOf(values[table.form]?.[table.id]).map((row, index) => {
    const old = before.get(row._row);
    const cells = columns
      .filter((column) => mayWrite(editable, stateOf(column, index), column))
      .map((column) => [column.id, row[column.id] ?? gone(old?.[column.id])] as const);
    return { ...Object.fromEntries(cells.filter(([, cell]) => cell !== undefined)), _row: row._row };
  });
}
