import { useEffect, useMemo } from 'react';
import { ChosenList } from '../../site/src/fields/chosen-list.tsx';
import { Combobox, type ComboOption } from '../../site/src/fields/combobox.tsx';
import { textList } from '../../site/src/fields/lists.ts';
import { type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { asGroup } from '../../site/src/fields/table-roles.ts';
import { useDirectoryVersion } from '../../site/src/form/directory.ts';
import { useFormStore, useReadScope, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { unitTree } from '../unit/tree.ts';

const INDENT = '\u2003';

/** Those chosen stand above the box; the box finds the next one in the tree of units. */
export function UnitsView(props: FieldProps<'units'>) {
  const { field, place, id, required, invalid, describedBy } = props;
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  useEffect(() => void directory.loadUnits(), [directory]);
  const units = directory.units();
  const options = useMemo(
    () =>
      unitTree(units ?? []).map(({ unit, depth }): ComboOption & { readonly depth: number } => ({
        id: unit.id,
        title: pick(unit.title, locale),
        depth,
      })),
    [units, locale],
  );
  const chosen = textList(useValue(place));
  const keep = (ids: readonly string[]) => store.set(place, ids.length === 0 ? undefined : ids);
  const nameOf = (unit: string) => options.find((option) => option.id === unit)?.title ?? unit;
  const full = field.max !== undefined && chosen.length >= field.max;
  const search = async (query: string): Promise<readonly ComboOption[] | undefined> => {
    await directory.loadUnits();
    const text = query.trim().toLowerCase();
    const open = options.filter((option) => !chosen.includes(option.id));
    if (text === '')
      return open.map(({ id: unit, title, depth }) => ({ id: unit, title: INDENT.repeat(depth) + title }));
    return open.filter(({ title }) => title.toLowerCase().includes(text));
  };
  return (
    <div {...groupProps(props)} id={`${id}-all`} {...asGroup} className="people">
      <ChosenList ids={chosen} nameOf={nameOf} onChange={keep} />
      {!full && (
        <Combobox
          {...{ id, required, invalid, describedBy, search }}
          label={pick(field.title, locale)}
          placeholder={words.searchUnits}
          selected={undefined}
          onChoose={(option) => {
            if (option !== undefined) keep([...chosen, option.id]);
          }}
          onLeave={() => store.leave(place)}
        />
      )}
    </div>
  );
}
