import type { Column } from '../../schemas/generated/process.ts';
import { isRecord } from '../../site/src/fields/lists.ts';
import type { FieldOf } from '../../site/src/fields/props.ts';
import { ReadPlain } from '../../site/src/fields/read-plain.tsx';
import {
  asCell,
  asColumnHeader,
  asPlainTable,
  asRow,
  asRowGroup,
  asRowHeader,
} from '../../site/src/fields/table-roles.ts';
import { isNumeric } from '../../site/src/i18n/field-text.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { sumColumn } from './totals.ts';

/** A filled table; where there is little room each row is a card with its headings beside the values. */
export function ReadTable({ field, value }: { readonly field: FieldOf<'table'>; readonly value: unknown }) {
  const locale = useLocale();
  const words = useWords(formWords);
  const rows = Array.isArray(value) ? value.filter(isRecord) : [];
  const columns = Object.entries<Column>(field.columns);
  const totals = field.totals ?? [];
  return (
    <div className="read-table-room">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-box read-table" tabIndex={0} aria-label={pick(field.title, locale)}>
        <table className="table" {...asPlainTable}>
          <thead {...asRowGroup}>
            <tr {...asRow}>
              <th {...asColumnHeader} scope="col" className="read-row-number">
                {words.rowNumber}
              </th>
              {columns.map(([id, column]) => (
                <th {...asColumnHeader} scope="col" key={id} className={isNumeric(column) ? 'number' : undefined}>
                  {pick(column.title, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...asRowGroup}>
            {rows.map((row, index) => (
              <tr {...asRow} key={String(row._row ?? index)}>
                <td {...asCell} className="read-row-number">
                  {index + 1}
                </td>
                {columns.map(([id, column]) => (
                  <td
                    {...asCell}
                    key={id}
                    data-label={pick(column.title, locale)}
                    className={isNumeric(column) ? 'number' : undefined}
                  >
                    <ReadPlain field={column} value={row[id]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {totals.length > 0 && (
            <tfoot {...asRowGroup}>
              <tr {...asRow}>
                <th {...asRowHeader} scope="row" className="read-row-number">
                  {words.total}
                </th>
                {columns.map(([id, column]) => (
                  <td
                    {...asCell}
                    key={id}
                    data-label={pick(column.title, locale)}
                    className={totals.includes(id) ? 'number' : 'read-no-total'}
                  >
                    {totals.includes(id) && <ReadPlain field={column} value={sumColumn(rows, id)} />}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
    </div>
  );
}
