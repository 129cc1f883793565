import { useId } from 'react';
import { Combobox } from '../fields/combobox.tsx';
import { findPeople, optionOfId } from '../fields/people-options.ts';
import { useReadScope } from '../form/scope.tsx';
import { caseWords } from '../i18n/case.ts';
import { formWords } from '../i18n/form.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { ActInput } from './actions.ts';

type TransferChoiceProps = {
  readonly input: ActInput;
  readonly onInput: (input: ActInput) => void;
  readonly missing: boolean;
};

export function TransferChoice({ input, onInput, missing }: TransferChoiceProps) {
  const id = useId();
  const locale = useLocale();
  const words = useWords(caseWords);
  const { searchPeople } = useWords(formWords);
  const { directory } = useReadScope();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {words.transferTo}
        <span className="field-required" aria-hidden="true">
          *
        </span>
      </label>
      <Combobox
        id={id}
        required
        invalid={missing}
        describedBy={missing ? `${id}-issue` : undefined}
        placeholder={searchPeople}
        selected={input.to === '' ? undefined : optionOfId(input.to, directory, locale)}
        search={(query, signal) => findPeople(query, signal, directory, locale)}
        onChoose={(option) => {
          if (option !== undefined) directory.noteChosen(option.id);
          onInput({ ...input, to: option?.id ?? '' });
        }}
        onLeave={() => undefined}
      />
      {missing && (
        <p id={`${id}-issue`} className="field-issue">
          {words.transferToMissing}
        </p>
      )}
    </div>
  );
}
