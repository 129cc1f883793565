import type { ReportRow, ReportRowPage } from '../../../schemas/generated/api.ts';
import { cellClass } from '../components/cell-class.ts';
import { commonWords } from '../i18n/common.ts';
import { fieldText, isNumeric } from '../i18n/field-text.ts';
import { pick } from '../i18n/locale.ts';
import { page as pageOf } from '../i18n/paths.ts';
import { reportWords } from '../i18n/report.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

type Column = readonly [id: string, field: ReportRowPage['columns'][string]];
type RowTableProps = {
  readonly page: Pick<ReportRowPage, 'columns' | 'name' | 'items' | 'people' | 'units' | 'names'>;
  /** They are behind a number: what adds up to it stands before what only describes. */
  readonly numbersFirst?: boolean;
};

/** Rows of a ledger, or of what happened to cases; each leads to its case. */
export function RowTable({ page, numbersFirst = false }: RowTableProps) {
  const locale = useLocale();
  const words = useWords(reportWords);
  const columns = columnsOf(page, numbersFirst);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-box report-rows" tabIndex={0} aria-label={words.scroll}>
      <table className="table table-sticky">
        <thead>
          <tr>
            {page.name === undefined && <th scope="col">{words.case}</th>}
            {columns.map(([id, field]) => (
              <th key={id} scope="col" className={isNumeric(field) ? 'number' : undefined}>
                {pick(field.title, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.items.map((row) => (
            <Row key={row.id} row={row} page={page} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The column that names a row comes first and stays in sight. */
function columnsOf({ columns, name }: RowTableProps['page'], numbersFirst: boolean): readonly Column[] {
  const rank = ([id, field]: Column) => (id === name ? 0 : numbersFirst && isNumeric(field) ? 1 : 2);
  return Object.entries(columns).toSorted((a, b) => rank(a) - rank(b));
}

type RowProps = RowTableProps & { readonly row: ReportRow; readonly columns: readonly Column[] };

function Row({ row, page, columns }: RowProps) {
  const locale = useLocale();
  const common = useWords(commonWords);
  const text = ([id, field]: Column): string => {
    const value = row.cells[id];
    const name = typeof value === 'string' && field.type !== 'choice' ? page.names[value] : undefined;
    if (name !== undefined) return pick(name, locale);
    const { people, units } = page;
    return fieldText(field, value, { locale, people, units, compact: true }) || common.none;
  };
  const [first, ...rest] = columns;
  const named = page.name !== undefined && first !== undefined;
  return (
    <tr>
      <th scope="row">
        <CaseLink row={row} text={named ? text(first) : (row.number ?? common.none)} />
      </th>
      {(named ? rest : columns).map((column) => (
        <td key={column[0]} className={cellClass(column[1], text(column))}>
          {text(column)}
        </td>
      ))}
    </tr>
  );
}

/** What names a row leads to the case that wrote it. */
function CaseLink({ row, text }: { readonly row: ReportRow; readonly text: string }) {
  const locale = useLocale();
  const words = useWords(reportWords);
  if (row.case === undefined) return text;
  return (
    <a className="row-name" href={pageOf('/case/', locale, { id: row.case })} title={`${words.openCase} · ${text}`}>
      {text}
    </a>
  );
}
