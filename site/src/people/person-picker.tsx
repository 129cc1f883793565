import { useEffect, useMemo, useState } from 'react';
import type { PersonView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import type { CallOptions } from '../api/client.ts';
import { type FieldControl, FieldFrame } from '../components/field-frame.tsx';
import { Skeleton } from '../components/states.tsx';
import { Combobox } from '../fields/combobox.tsx';
import { findPeople, optionOfId } from '../fields/people-options.ts';
import { createDirectory } from '../form/directory.ts';
import { loadFormWords } from '../form/load-words.ts';
import { formWords } from '../i18n/form.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

export interface PersonPickerProps {
  readonly label: string;
  readonly help?: string;
  readonly value: PersonView | undefined;
  /** What is wrong with the choice. */
  readonly issue: string | undefined;
  /** Offers those who have left as well. */
  readonly left?: boolean;
  readonly onChoose: (person: PersonView | undefined) => void;
}

/** Somebody of the company, outside of a form. */
export function PersonPicker(props: PersonPickerProps) {
  const locale = useLocale();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void loadFormWords(locale).then(setReady);
  }, [locale]);
  const { label, help, issue } = props;
  return (
    <FieldFrame label={label} required hint={help} issue={issue}>
      {(control) => (ready ? <Picker {...props} control={control} /> : <Skeleton />)}
    </FieldFrame>
  );
}

function Picker({
  control,
  value,
  issue,
  left = false,
  onChoose,
}: PersonPickerProps & { readonly control: FieldControl }) {
  const locale = useLocale();
  const { searchPeople } = useWords(formWords);
  const directory = useMemo(() => createDirectory(left ? withLeavers : api, {}), [left]);
  return (
    <Combobox
      id={control.id}
      required
      invalid={issue !== undefined}
      describedBy={control['aria-describedby']}
      placeholder={searchPeople}
      selected={value && optionOfId(value.id, { ...directory, person: () => value }, locale)}
      search={(query, signal) => findPeople(query, signal, directory, locale)}
      onChoose={(option) => {
        if (option !== undefined) directory.noteChosen(option.id);
        onChoose(option && (directory.person(option.id) ?? directory.recent().find((each) => each.id === option.id)));
      }}
      onLeave={() => undefined}
    />
  );
}

const withLeavers = {
  get: <T,>(path: string, options: CallOptions = {}) =>
    api.get<T>(path, { ...options, query: { ...options.query, left: 'true' } }),
};
