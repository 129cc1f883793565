import { useId } from 'react';
import type { TaskView } from '../../../schemas/generated/api.ts';
import { caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { ActInput } from './act-input.ts';

type ReturnChoiceProps = {
  readonly task: TaskView | undefined;
  readonly input: ActInput;
  readonly onInput: (input: ActInput) => void;
  readonly missing: boolean;
};

/** The steps a case may go back to. */
export function ReturnChoice({ task, input, onInput, missing }: ReturnChoiceProps) {
  const id = useId();
  const locale = useLocale();
  const words = useWords(caseWords);
  return (
    <fieldset className="field" aria-describedby={missing ? id : undefined}>
      <legend className="field-label">{words.returnTo}</legend>
      <div className="options options-column">
        {task?.returnTo.map(({ step, title }) => (
          <label className="option" key={step}>
            <input
              type="radio"
              name={id}
              checked={input.to === step}
              onChange={() => onInput({ ...input, to: step })}
            />
            <span>{pick(title, locale)}</span>
          </label>
        ))}
      </div>
      {missing && (
        <p id={id} className="field-issue">
          {words.returnToMissing}
        </p>
      )}
    </fieldset>
  );
}
