import { type FieldNode, fieldState } from '#engine';
import type { Reading } from '../../../site/src/fields/use-text-input.ts';
import { folded } from '../../../site/src/fields/written-of.ts';
import { allTexts } from '../../../site/src/i18n/locale.ts';
import { type BlockRow, isWritable, rowsIn, type TableNow } from './block.ts';

/** The cell a block begins at. */
export type Anchor = { readonly row: string; readonly column: string };

/** How many rows a table may take in yet; none for somebody who may not add any. */
export type Room = { readonly rows: number };

export type Pasted = {
  readonly block: readonly BlockRow[];
  /** Rows and columns of the text that have no place in the table. */
  readonly lostRows: number;
  readonly lostColumns: number;
};

/** Columns in sight, in their order: a block that was copied from them fits into them again. */
export const shownColumns = ({ model, values, facts, node }: TableNow): readonly FieldNode[] =>
  node.columns.filter((column) => fieldState(model, values, facts, column.path).visible);

/** The columns a block of so many columns falls on. */
export function columnsUnder(table: TableNow, { column }: Anchor, width: number): readonly FieldNode[] {
  const shown = shownColumns(table);
  const first = shown.findIndex(({ id }) => id === column);
  return first < 0 ? [] : shown.slice(first, first + width);
}

/** Without a first row that only repeats the headings. */
export function withoutHeadings(
  grid: readonly (readonly string[])[],
  columns: readonly FieldNode[],
): readonly (readonly string[])[] {
  const [first = [], ...rest] = grid;
  const repeats =
    rest.length > 0 &&
    columns.length > 1 &&
    columns.every(({ field }, index) =>
      allTexts(field.title).some((title) => folded(title) === folded(first[index] ?? '')),
    );
  return repeats ? rest : grid;
}

/**
 * Places rows of text on the table, from a cell on to the right and down. A column that is not to be filled in takes
 * its place and keeps its values; rows below the last are new ones, as many as there is room for.
 */
export function placeBlock(
  table: TableNow,
  anchor: Anchor,
  grid: readonly (readonly string[])[],
  room: Room,
  read: (text: string, column: FieldNode) => Reading,
): Pasted {
  const width = Math.max(0, ...grid.map((row) => row.length));
  const columns = columnsUnder(table, anchor, width);
  const rows = rowsIn(table);
  const first = rows.findIndex((row) => row._row === anchor.row);
  const under = rows.slice(first).map((row) => String(row._row));
  const taken = grid.slice(0, under.length + room.rows);
  const block = taken.map((texts, index) => ({
    id: under[index],
    cells: new Map(
      columns.slice(0, texts.length).map((column, at) => [
        column.id,
        // What nobody writes is not read either: nothing is asked for names in a computed column.
        isWritable(column, table.editable) ? read(texts[at] ?? '', column) : { value: undefined },
      ]),
    ),
  }));
  return { block, lostRows: grid.length - taken.length, lostColumns: width - columns.length };
}
