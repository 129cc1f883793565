import { useDirectoryVersion } from '../form/directory.ts';
import { useFormStore, useReadScope, useValue } from '../form/scope.tsx';
import { formWords } from '../i18n/form.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { Combobox } from './combobox.tsx';
import { findPeople, optionOfId } from './people-options.ts';
import type { FieldProps } from './props.ts';

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
