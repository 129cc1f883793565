import { useId, useState } from 'react';
import type { LedgerPage, LedgerValues } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Skeleton } from '../components/states.tsx';
import { fieldText } from '../i18n/field-text.ts';
import { ledgerWords } from '../i18n/ledger.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { type ColumnFilter, type Filters, filterKind, isList, withFilter } from './query.ts';

type Column = LedgerPage['columns'][string];

type FilterDialogProps = {
  readonly ledger: LedgerPage;
  readonly filters: Filters;
  readonly onApply: (filters: Filters) => void;
  readonly onClose: () => void;
};

/** Everything rows can be chosen by, one part a column. */
export function FilterDialog({ ledger, filters, onApply, onClose }: FilterDialogProps) {
  const words = useWords(ledgerWords);
  const [chosen, setChosen] = useState(filters);
  const foot = (
    <>
      <Button onClick={() => setChosen({})}>{words.clear}</Button>
      <Button tone="primary" onClick={() => onApply(chosen)}>
        {words.apply}
      </Button>
    </>
  );
  return (
    <Dialog open title={words.filterTitle} onClose={onClose} foot={foot} wide>
      <div className="ledger-filters">
        {ledger.by.map((id) => {
          const column = ledger.columns[id];
          if (column === undefined || filterKind(column) === undefined) return null;
          return (
            <ColumnPart
              key={id}
              ledger={ledger.id}
              id={id}
              column={column}
              filter={chosen[id]}
              onChange={(filter) => setChosen(withFilter(chosen, id, filter))}
            />
          );
        })}
      </div>
    </Dialog>
  );
}

type PartProps = {
  readonly ledger: string;
  readonly id: string;
  readonly column: Column;
  readonly filter: ColumnFilter | undefined;
  readonly onChange: (filter: ColumnFilter) => void;
};

function ColumnPart({ ledger, id, column, filter, onChange }: PartProps) {
  const locale = useLocale();
  const list = filter === undefined || isList(filter) ? (filter ?? []) : [];
  const range = filter === undefined || isList(filter) ? {} : filter;
  return (
    <fieldset className="ledger-filter">
      <legend className="field-label">{pick(column.title, locale)}</legend>
      {filterKind(column) === 'list' ? (
        <ValueList ledger={ledger} id={id} column={column} chosen={list} onChange={onChange} />
      ) : (
        <Range column={column} range={range} onChange={onChange} />
      )}
    </fieldset>
  );
}

type ListProps = Omit<PartProps, 'filter'> & { readonly chosen: readonly string[] };

/** The values that stand in the ledger; those chosen stay in the list although they may be gone. */
function ValueList({ ledger, id, column, chosen, onChange }: ListProps) {
  const locale = useLocale();
  const words = useWords(ledgerWords);
  const path = `/api/ledgers/${encodeURIComponent(ledger)}/values?column=${encodeURIComponent(id)}`;
  const { value: found } = useLoad<LedgerValues>(path);
  if (found === undefined) return <Skeleton size="line" />;
  const values = [...new Set([...found.items, ...chosen])];
  if (values.length === 0) return <p className="small soft">{words.noValues}</p>;
  const text = (value: string) =>
    fieldText(column, stored(column, value), { locale, people: found.people, units: found.units, compact: true });
  return (
    <div className="ledger-values">
      {values.map((value) => (
        <label key={value} className="ledger-value">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
          <span>{text(value)}</span>
        </label>
      ))}
      {!found.whole && <p className="small soft">{words.moreValues}</p>}
    </div>
  );
}

/** A value as the index has it, as the column stores it. */
const stored = ({ type }: Column, value: string): unknown =>
  type === 'flag' ? value === '1' || value === 'true' : type === 'year' ? Number(value) : value;

type RangeProps = {
  readonly column: Column;
  readonly range: { readonly from?: string; readonly to?: string };
  readonly onChange: (filter: ColumnFilter) => void;
};

function Range({ column, range, onChange }: RangeProps) {
  const words = useWords(ledgerWords);
  const change = (end: 'from' | 'to', text: string) => {
    const { [end]: _, ...rest } = range;
    onChange(text === '' ? rest : { ...rest, [end]: text });
  };
  return (
    <div className="ledger-range">
      <Bound label={words.from} column={column} value={range.from ?? ''} onChange={(text) => change('from', text)} />
      <Bound label={words.to} column={column} value={range.to ?? ''} onChange={(text) => change('to', text)} />
    </div>
  );
}

type BoundProps = {
  readonly label: string;
  readonly column: Column;
  readonly value: string;
  readonly onChange: (text: string) => void;
};

function Bound({ label, column, value, onChange }: BoundProps) {
  const id = useId();
  return (
    <div className="filter-date">
      <label className="small soft" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        type={column.type === 'date' ? 'date' : 'number'}
        step="any"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}
