import { useId } from 'react';
import { Icon } from '../components/icon.tsx';
import { Combobox } from '../fields/combobox.tsx';
import { findPeople, optionOfId } from '../fields/people-options.ts';
import { useDirectoryVersion } from '../form/directory.ts';
import { useReadScope } from '../form/scope.tsx';
import { caseWords } from '../i18n/case.ts';
import { formWords } from '../i18n/form.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

/** As many as one command takes. */
const MOST = 20;

type PeopleChoiceProps = {
  readonly value: readonly string[];
  readonly missing: boolean;
  readonly onChoose: (people: readonly string[]) => void;
};

/** Several people: those chosen stand above the box that finds the next one. */
export function PeopleChoice({ value, missing, onChoose }: PeopleChoiceProps) {
  const id = useId();
  const locale = useLocale();
  const words = useWords(caseWords);
  const { searchPeople, remove } = useWords(formWords);
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {words.peopleLabel}
        <span className="field-required" aria-hidden="true">
          *
        </span>
      </label>
      <div className="people">
        {value.length > 0 && (
          <ul className="people-chosen">
            {value.map((person) => {
              const { title } = optionOfId(person, directory, locale);
              return (
                <li key={person} className="chip chip-accent">
                  <span>{title}</span>
                  <button
                    type="button"
                    className="chip-remove"
                    aria-label={`${remove} ${title}`}
                    onClick={() => onChoose(value.filter((other) => other !== person))}
                  >
                    <Icon name="close" size={14} />
                  </button>
                </li>
              );
            })}
          </ul>
        )}
        {value.length < MOST && (
          <Combobox
            id={id}
            required
            invalid={missing}
            describedBy={missing ? `${id}-issue` : undefined}
            placeholder={searchPeople}
            selected={undefined}
            search={async (query, signal) => {
              const found = await findPeople(query, signal, directory, locale);
              return found?.filter((option) => !value.includes(option.id));
            }}
            onChoose={(option) => {
              if (option === undefined) return;
              directory.noteChosen(option.id);
              onChoose([...value, option.id]);
            }}
            onLeave={() => undefined}
          />
        )}
      </div>
      {missing && (
        <p id={`${id}-issue`} className="field-issue">
          {words.peopleMissing}
        </p>
      )}
    </div>
  );
}
