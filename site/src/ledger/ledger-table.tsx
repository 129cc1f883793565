import type { LedgerPage, LedgerRowView, PeopleView, UnitNames } from '../../../schemas/generated/api.ts';
import { commonWords } from '../i18n/common.ts';
import { fieldText, isNumeric } from '../i18n/field-text.ts';
import { formatInstant, formatSince } from '../i18n/format.ts';
import { ledgerWords } from '../i18n/ledger.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';

export interface LedgerTableProps {
  readonly ledger: LedgerPage;
  readonly rows: readonly LedgerRowView[];
  readonly people: PeopleView;
  readonly units: UnitNames;
}

type Column = readonly [id: string, field: LedgerPage['columns'][string]];

/** The column that names a row comes first and stays in sight. */
function columnsOf(ledger: LedgerPage): readonly Column[] {
  const columns = Object.entries(ledger.columns);
  return columns.toSorted(([a], [b]) => Number(b === ledger.name) - Number(a === ledger.name));
}

export function LedgerTable({ ledger, rows, people, units }: LedgerTableProps) {
  const locale = useLocale();
  const words = useWords(ledgerWords);
  const columns = columnsOf(ledger);
  const title = pick(ledger.title, locale);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-box" tabIndex={0} aria-label={`${title} · ${words.scroll}`}>
      <table className="table table-sticky ledger-table">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            {columns.map(([id, field]) => (
              <th key={id} scope="col" className={isNumeric(field) ? 'number' : undefined}>
                {pick(field.title, locale)}
              </th>
            ))}
            <th scope="col">{words.updated}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} people={people} units={units} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly row: LedgerRowView;
  readonly columns: readonly Column[];
  readonly people: PeopleView;
  readonly units: UnitNames;
}

function Row({ row, columns, people, units }: RowProps) {
  const locale = useLocale();
  const common = useWords(commonWords);
  const zone = zoneOf(useSession());
  const [first, ...rest] = columns;
  const text = ([id, field]: Column) =>
    fieldText(field, row.cells[id], { locale, people, units, compact: true }) || common.none;
  return (
    <tr>
      <th scope="row">
        <RowName row={row} text={first === undefined ? row.id : text(first)} />
      </th>
      {rest.map((column) => (
        <td key={column[0]} className={cellClass(column[1], text(column))}>
          {text(column)}
        </td>
      ))}
      <td className="nowrap soft">
        <time dateTime={row.updatedAt} title={formatInstant(row.updatedAt, zone, locale)}>
          {formatSince(row.updatedAt, serverNow(), zone, locale)}
        </time>
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

const SHORT = 16;

/** Short texts stay on one line; figures stand under each other. */
function cellClass(field: Column[1], text: string): string | undefined {
  if (isNumeric(field)) return 'number';
  return text.length <= SHORT ? 'nowrap' : undefined;
}
