import { useEffect, useMemo, useState } from 'react';
import type { PeopleView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Skeleton } from '../components/states.tsx';
import { Combobox } from '../fields/combobox.tsx';
import { findPeople, optionOfId } from '../fields/people-options.ts';
import { createDirectory, useDirectoryVersion } from '../form/directory.ts';
import { loadFormWords } from '../form/load-words.ts';
import { reportWords } from '../i18n/report.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { FilterProps } from './filter-bar.tsx';

type PersonFilterProps = FilterProps & { readonly people: PeopleView };

/** Somebody of the company, or everybody. */
export function PersonFilter(props: PersonFilterProps) {
  const locale = useLocale();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void loadFormWords(locale).then(setReady);
  }, [locale]);
  return ready ? <Picker {...props} /> : <Skeleton />;
}

function Picker({ id, values, people, onChange }: PersonFilterProps) {
  const locale = useLocale();
  const words = useWords(reportWords);
  const directory = useMemo(() => createDirectory(api, {}), []);
  useDirectoryVersion(directory);
  const [chosen] = values;
  return (
    <Combobox
      id={id}
      required={false}
      invalid={false}
      describedBy={undefined}
      placeholder={words.choosePerson}
      selected={
        chosen === undefined
          ? undefined
          : optionOfId(chosen, { ...directory, person: (of) => directory.person(of) ?? people[of] }, locale)
      }
      search={(query, signal) => findPeople(query, signal, directory, locale)}
      onChoose={(option) => {
        if (option !== undefined) directory.noteChosen(option.id);
        onChange(option === undefined ? [] : [option.id]);
      }}
      onLeave={() => undefined}
    />
  );
}
