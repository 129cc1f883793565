import type { LedgerColumnView } from '../../schemas/generated/api.ts';
import { ReadPlain } from '../../site/src/fields/read-plain.tsx';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';

type LedgerRow = Readonly<Record<string, unknown>>;

const MAIN_COLUMNS = 6;

/** The first filled columns of a row. */
export function ReferenceCells({
  row,
  ledger,
}: {
  readonly row: LedgerRow;
  readonly ledger: LedgerColumnView | undefined;
}) {
  const locale = useLocale();
  const columns = Object.entries(ledger?.columns ?? {}).filter(
    ([id]) => id !== ledger?.name && row[id] !== undefined && row[id] !== null && row[id] !== '',
  );
  if (columns.length === 0) return null;
  return (
    <dl className="reference-cells">
      {columns.slice(0, MAIN_COLUMNS).map(([id, column]) => (
        <div key={id}>
          <dt>{pick(column.title, locale)}</dt>
          <dd>
            <ReadPlain field={column} value={row[id]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
