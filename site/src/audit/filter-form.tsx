import { type ReactNode, useId } from 'react';
import type { ProcessList, Status } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Button } from '../components/button.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { auditWords } from '../i18n/audit.ts';
import { commonWords } from '../i18n/common.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { type Filters, isFiltered, noFilters } from './filters.ts';

export interface FilterFormProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

const statuses: readonly Status[] = ['open', 'completed', 'rejected', 'withdrawn', 'cancelled', 'revoked'];

export function FilterForm({ filters, onChange }: FilterFormProps) {
  const words = useWords(auditWords);
  const change = (part: Partial<Filters>) => onChange({ ...filters, ...part });
  return (
    <fieldset className="filters" aria-label={words.filters}>
      <SearchBox label={words.search} value={filters.q} onChange={(q) => change({ q })} />
      <ProcessFilter value={filters.process} onChange={(process) => change({ process })} />
      <StatusFilter value={filters.status} onChange={(status) => change({ status })} />
      <DateFilter label={words.from} value={filters.from} onChange={(from) => change({ from })} />
      <DateFilter label={words.to} value={filters.to} onChange={(to) => change({ to })} />
      {isFiltered(filters) && (
        <Button tone="plain" icon="close" onClick={() => onChange(noFilters)}>
          {words.clear}
        </Button>
      )}
    </fieldset>
  );
}

interface FilterProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ProcessFilter({ value, onChange }: FilterProps) {
  const locale = useLocale();
  const words = useWords(auditWords);
  const { value: list } = useLoad<ProcessList>('/api/processes');
  return (
    <Choice label={words.process} all={words.allProcesses} value={value} onChange={onChange}>
      {list?.processes.map(({ id, title }) => (
        <option key={id} value={id}>
          {pick(title, locale)}
        </option>
      ))}
    </Choice>
  );
}

function StatusFilter({ value, onChange }: FilterProps) {
  const words = useWords(auditWords);
  const common = useWords(commonWords);
  return (
    <Choice label={words.status} all={words.allStatuses} value={value} onChange={onChange}>
      {statuses.map((status) => (
        <option key={status} value={status}>
          {common.status[status]}
        </option>
      ))}
    </Choice>
  );
}

interface ChoiceProps extends FilterProps {
  readonly label: string;
  readonly all: string;
  readonly children: ReactNode;
}

function Choice({ label, all, value, onChange, children }: ChoiceProps) {
  return (
    <select className="input" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{all}</option>
      {children}
    </select>
  );
}

function DateFilter({ label, value, onChange }: FilterProps & { readonly label: string }) {
  const id = useId();
  return (
    <div className="filter-date">
      <label className="small soft" htmlFor={id}>
        {label}
      </label>
      <input id={id} className="input" type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
