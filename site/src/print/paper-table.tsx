import { sumColumn } from '../../../fields/table/totals.ts';
import type { Column } from '../../../schemas/generated/process.ts';
import { isNumeric } from '../i18n/field-text.ts';
import { pick } from '../i18n/locale.ts';
import { printWords } from '../i18n/print.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { PaperValue } from './paper-value.tsx';
import type { TableField, TableRow } from './sheet-forms.ts';
import { isShort, tableWidth } from './table-width.ts';

/** Numbers line up at their end, and what is short stays on one line. */
const classOf = (column: Column): string | undefined =>
  isNumeric(column) ? 'number' : isShort(column) ? 'sheet-short' : undefined;

/** From these widths on the type of a table gets smaller, and smaller still; see `tableWidth`. */
const DENSE = 11;
const DENSER = 16;

function sizeOf(field: TableField): string {
  const width = tableWidth(field);
  return width > DENSER ? 'sheet-table sheet-denser' : width > DENSE ? 'sheet-table sheet-dense' : 'sheet-table';
}

type PaperTableProps = { readonly field: TableField; readonly rows: readonly TableRow[] };

/** A table whose heading is repeated on every page; its totals stand once, at the end. */
export function PaperTable({ field, rows }: PaperTableProps) {
  const locale = useLocale();
  const words = useWords(printWords);
  const columns = Object.entries<Column>(field.columns);
  return (
    <table className={sizeOf(field)}>
      <caption>{pick(field.title, locale)}</caption>
      <thead>
        <tr>
          <th scope="col" className="sheet-row-number">
            {words.rowNumber}
          </th>
          {columns.map(([id, column]) => (
            <th key={id} scope="col" className={classOf(column)}>
              {pick(column.title, locale)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={String(row._row ?? index)}>
            <td className="sheet-row-number">{index + 1}</td>
            {columns.map(([id, column]) => (
              <td key={id} className={classOf(column)}>
                <PaperValue field={column} value={row[id]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <Totals field={field} rows={rows} />
    </table>
  );
}

function Totals({ field: { columns, totals = [] }, rows }: PaperTableProps) {
  const words = useWords(printWords);
  const kept = Object.entries<Column>(columns);
  if (!kept.some(([id]) => totals.includes(id))) return null;
  return (
    <tfoot>
      <tr>
        <th scope="row" className="sheet-row-number">
          {words.total}
        </th>
        {kept.map(([id, column]) => (
          <td key={id} className="number">
            {totals.includes(id) && <PaperValue field={column} value={sumColumn(rows, id)} />}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
