import { rowsOf } from '#engine';
import { tableWords } from '../../../site/src/i18n/table.ts';
import { writeDelimited } from '../../../site/src/sheet/delimited.ts';
import type { TableSource } from '../use-table.ts';
import { cellText, headingsOf, outColumns } from './out.ts';

/** Puts rows of a table on the clipboard as spreadsheets understand them. Gives the sentence that says so. */
export async function copyRows(source: TableSource, ids: readonly string[], headings = false): Promise<string> {
  const { store, place, locale } = source;
  const columns = outColumns(source);
  const [form = '', field = ''] = place.split('.');
  const wanted = new Set<unknown>(ids);
  const rows = rowsOf(store.values()[form]?.[field]).filter((row) => wanted.has(row._row));
  const lines = rows.map((row) =>
    columns.map(
      ({ id, column }) => cellText(column, row[id], source) || (store.typed(`${place}.${row._row}.${id}`) ?? ''),
    ),
  );
  const words = tableWords[locale];
  try {
    await navigator.clipboard.writeText(
      writeDelimited(headings ? [headingsOf(columns, locale), ...lines] : lines, '\t'),
    );
    return words.copied(lines.length);
  } catch {
    return words.notCopied;
  }
}
