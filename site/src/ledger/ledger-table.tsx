import type { LedgerPage, LedgerRowView, PeopleView, UnitNames } from '../../../schemas/generated/api.ts';
import { cellClass } from '../components/cell-class.ts';
import { Icon } from '../components/icon.tsx';
import { commonWords } from '../i18n/common.ts';
import { fieldText, isNumeric } from '../i18n/field-text.ts';
import { formatInstant, formatSince } from '../i18n/format.ts';
import { ledgerWords } from '../i18n/ledger.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';
import { nextSort } from './query.ts';

export interface LedgerTableProps {
  readonly ledger: LedgerPage;
  readonly rows: readonly LedgerRowView[];
  readonly people: PeopleView;
  readonly units: UnitNames;
  readonly hidden: readonly string[];
  readonly sort: string | undefined;
  readonly onSort: (sort: string | undefined) => void;
  readonly onHistory: (row: LedgerRowView, name: string) => void;
}

type Column = readonly [id: string, field: LedgerPage['columns'][string]];

/** The column that names a row comes first and stays in sight. */
function columnsOf(ledger: LedgerPage, hidden: readonly string[]): readonly Column[] {
  const columns = Object.entries(ledger.columns).filter(([id]) => id === ledger.name || !hidden.includes(id));
  return columns.toSorted(([a], [b]) => Number(b === ledger.name) - Number(a === ledger.name));
}

export function LedgerTable(props: LedgerTableProps) {
  const { ledger, rows, hidden } = props;
  const locale = useLocale();
  const words = useWords(ledgerWords);
  const columns = columnsOf(ledger, hidden);
  const title = pick(ledger.title, locale);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-box" tabIndex={0} aria-label={`${title} · ${words.scroll}`}>
      <table className="table table-sticky ledger-table">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column[0]} column={column} {...props} />
            ))}
            <th scope="col">{words.updated}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} {...props} />
          ))}
        </tbody>
        {ledger.totals !== undefined && Object.keys(ledger.totals.sums).length > 0 && (
          <Totals totals={ledger.totals} columns={columns} />
        )}
      </table>
    </section>
  );
}

type HeadingProps = Pick<LedgerTableProps, 'ledger' | 'sort' | 'onSort'> & { readonly column: Column };

/** A heading puts the rows in the order of its column: least first, greatest first, latest first. */
function Heading({ column: [id, field], ledger, sort, onSort }: HeadingProps) {
  const locale = useLocale();
  const title = pick(field.title, locale);
  const way = sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : undefined;
  return (
    <th scope="col" className={isNumeric(field) ? 'number' : undefined} aria-sort={way}>
      {ledger.by.includes(id) ? (
        <button type="button" className="sort" onClick={() => onSort(nextSort(sort, id))}>
          {title}
          {way !== undefined && <Icon name={way === 'ascending' ? 'up' : 'down'} size={14} />}
        </button>
      ) : (
        title
      )}
    </th>
  );
}

type TotalsProps = { readonly totals: NonNullable<LedgerPage['totals']>; readonly columns: readonly Column[] };

/** Sums of all rows that are chosen, not only of those in sight. */
function Totals({ totals, columns }: TotalsProps) {
  const locale = useLocale();
  const words = useWords(ledgerWords);
  const [, ...rest] = columns;
  return (
    <tfoot>
      <tr>
        <th scope="row">{totals.whole ? words.totalOf(totals.rows) : words.totalOfFirst(totals.rows)}</th>
        {rest.map(([id, field]) => {
          const sum = totals.sums[id];
          const value = sum !== undefined && field.type === 'integer' ? Number(sum) : sum;
          return (
            <td key={id} className="number">
              {value === undefined ? '' : fieldText(field, value, { locale, people: {}, units: {}, compact: true })}
            </td>
          );
        })}
        <td />
      </tr>
    </tfoot>
  );
}

type RowProps = Pick<LedgerTableProps, 'people' | 'units' | 'onHistory'> & {
  readonly row: LedgerRowView;
  readonly columns: readonly Column[];
};

function Row({ row, columns, people, units, onHistory }: RowProps) {
  const locale = useLocale();
  const common = useWords(commonWords);
  const words = useWords(ledgerWords);
  const zone = zoneOf(useSession());
  const [first, ...rest] = columns;
  const text = ([id, field]: Column) =>
    fieldText(field, row.cells[id], { locale, people, units, compact: true }) || common.none;
  const name = first === undefined ? row.id : text(first);
  return (
    <tr>
      <th scope="row">
        <RowName row={row} text={name} />
      </th>
      {rest.map((column) => (
        <td key={column[0]} className={cellClass(column[1], text(column))}>
          {text(column)}
        </td>
      ))}
      <td className="nowrap soft">
        <button
          type="button"
          className="sort row-written"
          title={words.historyOf(name)}
          onClick={() => onHistory(row, name)}
        >
          <time dateTime={row.updatedAt} title={formatInstant(row.updatedAt, zone, locale)}>
            {formatSince(row.updatedAt, serverNow(), zone, locale)}
          </time>
        </button>
      </td>
    </tr>
  );
}

/** The name of a row leads to the case that wrote it. */
function RowName({ row, text }: { readonly row: LedgerRowView; readonly text: string }) {
  const locale = useLocale();
  const words = useWords(ledgerWords);
  if (row.case === undefined) return text;
  return (
    <a className="row-name" href={page('/case/', locale, { id: row.case })} title={`${words.openCase} · ${text}`}>
      {text}
    </a>
  );
}
