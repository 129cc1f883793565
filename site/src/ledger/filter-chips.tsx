import type { LedgerPage, PeopleView, UnitNames } from '../../../schemas/generated/api.ts';
import { Icon } from '../components/icon.tsx';
import { fieldText } from '../i18n/field-text.ts';
import { ledgerWords } from '../i18n/ledger.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { type ColumnFilter, type Filters, isList, withFilter } from './query.ts';

type FilterChipsProps = {
  readonly ledger: LedgerPage;
  readonly filters: Filters;
  readonly people: PeopleView;
  readonly units: UnitNames;
  readonly onChange: (filters: Filters) => void;
};

/** What rows are chosen by at the moment; each goes with one press. */
export function FilterChips({ ledger, filters, people, units, onChange }: FilterChipsProps) {
  const locale = useLocale();
  const words = useWords(ledgerWords);
  const shown = Object.entries(filters).flatMap(([id, filter]) => {
    const column = ledger.columns[id];
    return column === undefined ? [] : [{ id, column, filter }];
  });
  if (shown.length === 0) return null;
  const valueText = (column: LedgerPage['columns'][string], value: string) =>
    fieldText(column, value, { locale, people, units, compact: true }) || value;
  const text = (column: LedgerPage['columns'][string], filter: ColumnFilter) =>
    isList(filter)
      ? filter.map((value) => valueText(column, value)).join(words.or)
      : words.between(filter.from ?? '', filter.to ?? '');
  return (
    <ul className="people-chosen ledger-chips">
      {shown.map(({ id, column, filter }) => {
        const name = `${pick(column.title, locale)}${words.is}${text(column, filter)}`;
        return (
          <li key={id} className="chip chip-accent">
            <span>{name}</span>
            <button
              type="button"
              className="chip-remove"
              aria-label={`${words.remove} ${name}`}
              onClick={() => onChange(withFilter(filters, id, []))}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
