import { useId } from 'react';
import { pick } from '../../../site/src/i18n/locale.ts';
import { tableWords } from '../../../site/src/i18n/table.ts';
import { useLocale, useWords } from '../../../site/src/i18n/use-locale.tsx';
import type { SheetRow } from '../../../site/src/sheet/sheet.ts';
import { columnName } from '../../../site/src/sheet/xlsx-write.ts';
import type { ImportState } from './use-import.ts';

/** Rows that may hold the headings. */
const MOST_HEADINGS = 10;

type ImportColumnsProps = { readonly plan: ImportState; readonly rows: readonly SheetRow[] };

/** Which column of the file goes into which column of the table. */
export function ImportColumns({ plan, rows }: ImportColumnsProps) {
  const words = useWords(tableWords);
  const locale = useLocale();
  const id = useId();
  const headings = rows[plan.heading]?.cells ?? [];
  const widest = Math.max(0, ...rows.slice(0, MOST_HEADINGS).map(({ cells }) => cells.length));
  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.mapping}</h3>
      <p className="soft small">{words.mappingHint}</p>
      <div className="import-columns">
        <label className="import-column">
          <span>{words.headingIn}</span>
          <select
            className="input"
            value={plan.heading}
            onChange={({ target }) => plan.setHeading(Number(target.value))}
          >
            {rows.slice(0, MOST_HEADINGS).map(({ number, cells }, index) => (
              <option key={number} value={index}>
                {`${words.rowNumber(number)} ${cells.filter(Boolean).slice(0, 3).join(' / ')}`}
              </option>
            ))}
          </select>
        </label>
        {plan.columns.map((column) => {
          const title = pick(column.field.title, locale);
          return (
            <label key={column.id} className="import-column">
              <span>{title}</span>
              <select
                className="input"
                aria-label={words.columnOf(title)}
                value={plan.mapping.get(column.id) ?? ''}
                onChange={({ target }) =>
                  plan.setColumn(column.id, target.value === '' ? undefined : Number(target.value))
                }
              >
                <option value="">{words.none}</option>
                {Array.from({ length: widest }, (_, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column of the file is its place
                  <option key={index} value={index}>
                    {headings[index]?.trim() || words.unnamed(columnName(index))}
                  </option>
                ))}
              </select>
            </label>
          );
        })}
      </div>
      {plan.mapping.size === 0 && <p className="field-issue">{words.noColumns}</p>}
    </section>
  );
}
