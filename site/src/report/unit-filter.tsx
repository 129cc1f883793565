import { unitTree } from '../../../fields/unit/tree.ts';
import type { PeopleList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import type { FilterProps } from './filter-bar.tsx';
import { SelectFilter } from './select-filter.tsx';

const INDENT = '\u2003';

/** A unit with all units below it, chosen from the company as it is built. */
export function UnitFilter(props: FilterProps) {
  const locale = useLocale();
  const { value } = useLoad<PeopleList>('/api/people');
  const choices = unitTree(value?.units ?? []).map(({ unit, depth }) => ({
    id: unit.id,
    title: `${INDENT.repeat(depth)}${pick(unit.title, locale)}`,
  }));
  return <SelectFilter {...props} choices={choices} />;
}
