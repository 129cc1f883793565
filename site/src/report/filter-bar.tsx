import type { ReportFilterView, ReportView } from '../../../schemas/generated/api.ts';
import { FieldFrame } from '../components/field-frame.tsx';
import { optionsOf } from '../fields/options.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { periodName } from '../i18n/period-name.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { type Look, withFilter } from './look.ts';
import type { ReportNames } from './names.ts';
import { periodsAround } from './periods.ts';
import { PersonFilter } from './person-filter.tsx';
import { type Choice, SelectFilter } from './select-filter.tsx';
import { TextFilter } from './text-filter.tsx';
import { UnitFilter } from './unit-filter.tsx';

type FilterBarProps = {
  readonly view: ReportView;
  readonly look: Look;
  readonly onChange: (look: Look) => void;
};

/** What the whole report can be narrowed to. */
export function FilterBar({ view, look, onChange }: FilterBarProps) {
  const locale = useLocale();
  return view.filters.map((filter) => (
    <FieldFrame
      key={filter.id}
      label={pick(filter.title, locale)}
      hint={filter.help === undefined ? undefined : pick(filter.help, locale)}
    >
      {(control) => (
        <FilterControl
          id={control.id}
          title={pick(filter.title, locale)}
          filter={filter}
          view={view}
          values={look.filters[filter.id] ?? []}
          onChange={(values) => onChange(withFilter(look, filter.id, values))}
        />
      )}
    </FieldFrame>
  ));
}

export type FilterProps = {
  readonly id: string;
  readonly title: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};

type ControlProps = FilterProps & { readonly filter: ReportFilterView; readonly view: ReportView };

function FilterControl({ filter, view, ...props }: ControlProps) {
  const locale = useLocale();
  const { type } = filter;
  if (type === 'unit') return <UnitFilter {...props} />;
  if (type === 'person') return <PersonFilter {...props} people={view.people} />;
  if (type === 'text') return <TextFilter {...props} />;
  return <SelectFilter {...props} choices={choicesOf(filter, view.today, locale)} />;
}

function choicesOf({ type, options }: ReportFilterView, today: string, locale: Locale): readonly Choice[] {
  if (type === 'year' || type === 'quarter' || type === 'month' || type === 'week')
    return periodsAround(type, today).map((id) => ({ id, title: periodName(id, locale) }));
  return optionsOf(options ?? []).map(({ id, title }) => ({ id, title: pick(title, locale) }));
}

/** What a filter is set to, in words, for paper. */
export function filterText(filter: ReportFilterView, known: ReportNames, today: string, locale: Locale): string {
  const choices = choicesOf(filter, today, locale);
  const title = (id: string): string => {
    const words = known.people[id]?.name ?? known.units[id];
    return choices.find((each) => each.id === id)?.title ?? (words === undefined ? id : pick(words, locale));
  };
  return (filter.values ?? []).map(title).join(' / ');
}
