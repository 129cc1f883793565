import { Combobox } from '../../site/src/fields/combobox.tsx';
import { findPeople, optionOfId } from '../../site/src/fields/people-options.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { useDirectoryVersion } from '../../site/src/form/directory.ts';
import { useFormStore, useReadScope, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';

export function PersonView({ place, id, label, required, invalid, describedBy }: FieldProps<'person'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  const value = useValue(place);
  return (
    <Combobox
      {...{ id, label, required, invalid, describedBy }}
      placeholder={words.searchPeople}
      selected={typeof value === 'string' ? optionOfId(value, directory, locale) : undefined}
      search={(query, signal) => findPeople(query, signal, directory, locale)}
      onChoose={(option) => {
        if (option !== undefined) directory.noteChosen(option.id);
        store.set(place, option?.id);
      }}
      onLeave={() => store.leave(place)}
    />
  );
}
