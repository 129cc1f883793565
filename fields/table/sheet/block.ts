import {
  addRows,
  covers,
  type Editable,
  type FieldNode,
  type FormFacts,
  type FormModel,
  fieldState,
  isDerived,
  type Row,
  rowsOf,
  settle,
  type Values,
} from '#engine';
import type { Reading } from '../../../site/src/fields/use-text-input.ts';
import { cellKey, type FieldKey } from '../../../site/src/form/keys.ts';

/** A table as it stands. */
export type TableNow = {
  readonly model: FormModel;
  readonly values: Values;
  readonly facts: FormFacts;
  readonly editable: Editable;
  /** The table itself. */
  readonly node: FieldNode;
};

/** What is to be written into one row, by column; a row without an id is a new one. */
export type BlockRow = { readonly id: string | undefined; readonly cells: ReadonlyMap<string, Reading> };

/** What became of a block. */
export type Filled = {
  /** The form with the block in it, settled. */
  readonly values: Values;
  /** Texts that are no values, by cell. */
  readonly kept: ReadonlyMap<FieldKey, string>;
  /** The cells that were written to. */
  readonly cells: ReadonlySet<FieldKey>;
  /** Ids of the rows of the block, in its order. */
  readonly ids: readonly string[];
  readonly added: number;
  /** Cells that are not for this person, or not to be filled in at all. */
  readonly skipped: number;
};

export const rowsIn = ({ values, node }: TableNow): readonly Row[] => rowsOf(values[node.form]?.[node.id]);

/** Whether this person writes into a column at all; single cells may still be closed. */
export const isWritable = (column: FieldNode, editable: Editable): boolean =>
  covers(editable, column) && !isDerived(column) && column.readonly !== true;

const withRows = (values: Values, { form, id }: FieldNode, rows: readonly Row[]): Values => ({
  ...values,
  [form]: { ...values[form], [id]: rows },
});

/** Writes a block into a table. Cells that are hidden or closed once everything is settled keep what they held. */
export function fillBlock(table: TableNow, block: readonly BlockRow[], nextId: () => string): Filled {
  const { model, facts, node } = table;
  const named = block.map((row) => ({ ...row, id: row.id ?? nextId() }));
  const fresh = named.filter((_, index) => block[index]?.id === undefined).map(({ id }) => id);
  const before = addRows(model, table.values, facts, node.path, fresh);
  const wanted = new Map(named.map(({ id, cells }) => [id, writableCells(table, cells)]));
  const asked = named.reduce((sum, { cells }) => sum + cells.size, 0);
  const all = settle(model, overlaid(before, node, wanted), facts);
  const open = new Map([...wanted].map(([id, cells]) => [id, openCells(table, all, id, cells)]));
  const written = count(open);
  const values = written === count(wanted) ? all : settle(model, overlaid(before, node, open), facts);
  const entries = [...open].flatMap(([id, cells]) =>
    [...cells].map(([column, reading]) => [cellKey(node.path, id, column), reading] as const),
  );
  return {
    values,
    kept: new Map(entries.flatMap(([key, reading]) => ('typed' in reading ? [[key, reading.typed] as const] : []))),
    cells: new Set(entries.map(([key]) => key)),
    ids: named.map(({ id }) => id),
    added: fresh.length,
    skipped: asked - written,
  };
}

type Cells = ReadonlyMap<string, Reading>;

const count = (rows: ReadonlyMap<string, Cells>): number => [...rows.values()].reduce((sum, { size }) => sum + size, 0);

function writableCells({ node, editable }: TableNow, cells: Cells): Cells {
  const open = new Set(node.columns.filter((column) => isWritable(column, editable)).map(({ id }) => id));
  return new Map([...cells].filter(([column]) => open.has(column)));
}

function overlaid(values: Values, node: FieldNode, wanted: ReadonlyMap<string, Cells>): Values {
  const rows = rowsOf(values[node.form]?.[node.id]).map((row) => overlaidRow(row, wanted.get(String(row._row))));
  return withRows(values, node, rows);
}

function overlaidRow(row: Row, cells: Cells | undefined): Row {
  if (cells === undefined || cells.size === 0) return row;
  const next: Record<string, unknown> = { ...row };
  for (const [column, reading] of cells) {
    if ('value' in reading && reading.value !== undefined) next[column] = reading.value;
    else delete next[column];
  }
  return next;
}

/** The cells of a row that are shown and not closed now. */
function openCells({ model, facts, node }: TableNow, values: Values, id: string, cells: Cells): Cells {
  const conditional = node.columns.filter(({ visible, readonly }) => visible !== undefined || readonly !== false);
  if (!conditional.some((column) => cells.has(column.id))) return cells;
  const index = rowsOf(values[node.form]?.[node.id]).findIndex((row) => row._row === id);
  const closed = conditional.filter((column) => {
    const state = fieldState(model, values, facts, column.path, index);
    return !state.visible || state.readonly;
  });
  return new Map([...cells].filter(([column]) => !closed.some((one) => one.id === column)));
}
