import { useEffect, useId, useMemo, useState } from 'react';
import type { PersonView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import type { CallOptions } from '../api/client.ts';
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
  const id = useId();
  const locale = useLocale();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void loadFormWords(locale).then(setReady);
  }, [locale]);
  const { label, help, issue } = props;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        <span className="field-required" aria-hidden="true">
          *
        </span>
      </label>
      {ready ? <Picker {...props} id={id} /> : <Skeleton />}
      {help !== undefined && <p className="field-help">{help}</p>}
      {issue !== undefined && (
        <p id={`${id}-issue`} className="field-issue">
          {issue}
        </p>
      )}
    </div>
  );
}

function Picker({ id, value, issue, left = false, onChoose }: PersonPickerProps & { readonly id: string }) {
  const locale = useLocale();
  const { searchPeople } = useWords(formWords);
  const directory = useMemo(() => createDirectory(left ? withLeavers : api, {}), [left]);
  return (
    <Combobox
      id={id}
      required
      invalid={issue !== undefined}
      describedBy={issue === undefined ? undefined : `${id}-issue`}
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
