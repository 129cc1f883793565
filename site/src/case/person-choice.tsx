import { FieldFrame } from '../components/field-frame.tsx';
import { Combobox } from '../fields/combobox.tsx';
import { findPeople, optionOfId } from '../fields/people-options.ts';
import { useReadScope } from '../form/scope.tsx';
import { caseWords } from '../i18n/case.ts';
import { formWords } from '../i18n/form.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

type PersonChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly missing: boolean;
  readonly onChoose: (person: string) => void;
};

/** Somebody of the company. */
export function PersonChoice({ label, value, missing, onChoose }: PersonChoiceProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const { searchPeople } = useWords(formWords);
  const { directory } = useReadScope();
  return (
    <FieldFrame label={label} required issue={missing ? words.personMissing : undefined}>
      {(control) => (
        <Combobox
          id={control.id}
          required
          invalid={missing}
          describedBy={control['aria-describedby']}
          placeholder={searchPeople}
          selected={value === '' ? undefined : optionOfId(value, directory, locale)}
          search={(query, signal) => findPeople(query, signal, directory, locale)}
          onChoose={(option) => {
            if (option !== undefined) directory.noteChosen(option.id);
            onChoose(option?.id ?? '');
          }}
          onLeave={() => undefined}
        />
      )}
    </FieldFrame>
  );
}
