import { useId } from 'react';
import { caseWords } from '../i18n/case.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';

type DueChoiceProps = {
  readonly value: string;
  readonly missing: boolean;
  readonly onChoose: (due: string) => void;
};

/** A moment of the company's own clock. */
export function DueChoice({ value, missing, onChoose }: DueChoiceProps) {
  const id = useId();
  const words = useWords(caseWords);
  const zone = zoneOf(useSession());
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {words.dueLabel}
        <span className="field-required" aria-hidden="true">
          *
        </span>
      </label>
      <input
        id={id}
        className="input"
        type="datetime-local"
        value={value}
        required
        aria-invalid={missing || undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChoose(event.target.value)}
      />
      <p id={`${id}-hint`} className={missing ? 'field-issue' : 'field-help'}>
        {missing ? words.dueMissing : words.dueHint(zone)}
      </p>
    </div>
  );
}
