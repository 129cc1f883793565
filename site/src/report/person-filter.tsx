import { useEffect, useMemo, useState } from 'react';
import type { PeopleView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/states.tsx';
import { ChosenList } from '../fields/chosen-list.tsx';
import { Combobox, type ComboOption } from '../fields/combobox.tsx';
import { findPeople, optionOfId } from '../fields/people-options.ts';
import { createDirectory, useDirectoryVersion } from '../form/directory.ts';
import { loadFormWords } from '../form/load-words.ts';
import { reportWords } from '../i18n/report.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { FilterProps } from './filter-bar.tsx';

type PersonFilterProps = FilterProps & { readonly people: PeopleView };

/** Somebody of the company, several of them, or everybody. */
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
  const [adding, setAdding] = useState(false);
  const optionOf = (person: string) =>
    optionOfId(person, { ...directory, person: (of) => directory.person(of) ?? people[of] }, locale);
  const [chosen] = values;
  const several = values.length > 1 || (adding && chosen !== undefined);
  const choose = (option: ComboOption | undefined) => {
    if (option !== undefined) directory.noteChosen(option.id);
    if (several && option === undefined) return;
    onChange([...new Set([...(several ? values : []), ...(option === undefined ? [] : [option.id])])]);
    setAdding(false);
  };
  return (
    <>
      <Combobox
        // One that adds begins empty again after each.
        key={several ? values.length : 0}
        id={id}
        required={false}
        invalid={false}
        describedBy={undefined}
        placeholder={several ? words.addPerson : words.choosePerson}
        selected={several || chosen === undefined ? undefined : optionOf(chosen)}
        search={(query, signal) => findPeople(query, signal, directory, locale)}
        onChoose={choose}
        onLeave={() => undefined}
      />
      {several && <ChosenList ids={values} nameOf={(person) => optionOf(person).title} onChange={onChange} />}
      {values.length === 1 && !adding && (
        <Button tone="plain" icon="plus" onClick={() => setAdding(true)}>
          {words.addPerson}
        </Button>
      )}
    </>
  );
}
