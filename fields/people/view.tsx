import { ChosenList } from '../../site/src/fields/chosen-list.tsx';
import { Combobox } from '../../site/src/fields/combobox.tsx';
import { textList } from '../../site/src/fields/lists.ts';
import { findPeople, optionOfId } from '../../site/src/fields/people-options.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { useDirectoryVersion } from '../../site/src/form/directory.ts';
import { useFormStore, useReadScope, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';

/** Those chosen stand above the box; the box finds the next one. */
export function PeopleView({ field, place, id, label, required, invalid, describedBy }: FieldProps<'people'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  const chosen = textList(useValue(place));
  const keep = (ids: readonly string[]) => store.set(place, ids.length === 0 ? undefined : ids);
  const full = field.max !== undefined && chosen.length >= field.max;
  return (
    <div className="people">
      <ChosenList ids={chosen} nameOf={(id) => optionOfId(id, directory, locale).title} onChange={keep} />
      {!full && (
        <Combobox
          {...{ id, label, required, invalid, describedBy }}
          placeholder={words.searchPeople}
          selected={undefined}
          search={async (query, signal) => {
            const found = await findPeople(query, signal, directory, locale);
            return found?.filter((option) => !chosen.includes(option.id));
          }}
          onChoose={(option) => {
            if (option === undefined) return;
            directory.noteChosen(option.id);
            keep([...chosen, option.id]);
          }}
          onLeave={() => store.leave(place)}
        />
      )}
    </div>
  );
}
