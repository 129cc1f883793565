import type { FieldNode } from '#engine';
import { readCell } from '../../../site/src/fields/written.ts';
import { tableWords } from '../../../site/src/i18n/table.ts';
import { parseDelimited } from '../../../site/src/sheet/delimited.ts';
import type { Note, TableSource } from '../use-table.ts';
import { fillBlock, isWritable } from './block.ts';
import { readingContext } from './names.ts';
import { type Anchor, columnsUnder, placeBlock, withoutHeadings } from './paste.ts';
import { columnFieldOf, tableNow } from './table-now.ts';

/** Reads a block of the clipboard; `apply` writes it into the table as it then stands and says what became of it. */
export async function pasteInto(source: TableSource, text: string, anchor: Anchor): Promise<{ apply: () => Note }> {
  const { store, field, place, locale, room } = source;
  const raw = parseDelimited(text, '\t');
  const width = Math.max(0, ...raw.map((row) => row.length));
  const columns = columnsUnder(tableNow(store, place), anchor, width);
  const grid = withoutHeadings(raw, columns);
  const writable = (column: FieldNode) => isWritable(column, store.editable);
  const context = await readingContext(
    columns
      .map((column, index) => ({ column, texts: grid.map((row) => row[index] ?? '') }))
      .filter(({ column }) => writable(column)),
    source,
  );
  const apply = (): Note => {
    const now = tableNow(store, place);
    const { block, lostRows, lostColumns } = placeBlock(now, anchor, grid, { rows: room }, (cell, column) =>
      readCell(cell, column, columnFieldOf(field, column), context),
    );
    const filled = fillBlock(now, block, store.newRowId);
    const undo = store.fillTable(place, filled);
    const words = tableWords[locale];
    const { added, skipped } = filled;
    return {
      text: words.pasted({ rows: block.length, added, skipped, unread: filled.kept.size, lostRows, lostColumns }),
      undo,
    };
  };
  return { apply };
}
