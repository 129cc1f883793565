import { pick } from '../../../site/src/i18n/locale.ts';
import { tableWords } from '../../../site/src/i18n/table.ts';
import { useLocale, useWords } from '../../../site/src/i18n/use-locale.tsx';
import type { TableSource } from '../use-table.ts';
import { cellText } from './out.ts';
import { columnFieldOf } from './table-now.ts';
import type { ImportState } from './use-import.ts';

const SHOWN = 5;

type ImportPreviewProps = { readonly plan: ImportState; readonly source: TableSource };

/** The first rows as they were understood; what was not is marked. */
export function ImportPreview({ plan, source }: ImportPreviewProps) {
  const words = useWords(tableWords);
  const locale = useLocale();
  const columns = plan.columns.filter(({ id }) => plan.mapping.has(id));
  if (plan.read === undefined || columns.length === 0) return null;
  return (
    <section className="stack">
      <h3>{words.preview}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-box" tabIndex={0} aria-label={words.preview}>
        <table className="table import-preview">
          <thead>
            <tr>
              {columns.map(({ id, field }) => (
                <th scope="col" key={id}>
                  {pick(field.title, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.read.slice(0, SHOWN).map(({ number, cells }) => (
              <tr key={number}>
                {columns.map((column) => {
                  const reading = cells.get(column.id) ?? { value: undefined };
                  return 'typed' in reading ? (
                    <td key={column.id} className="import-unread">
                      {reading.typed}
                    </td>
                  ) : (
                    <td key={column.id}>{cellText(columnFieldOf(source.field, column), reading.value, source)}</td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
