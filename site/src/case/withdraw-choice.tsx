import { useId } from 'react';
import { caseWords } from '../i18n/case.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { ActInput } from './act-input.ts';
import { useActName } from './act-texts.ts';

type WithdrawChoiceProps = { readonly input: ActInput; readonly onInput: (input: ActInput) => void };

/** Back to the first step with everything kept, or the end of the case. */
export function WithdrawChoice({ input, onInput }: WithdrawChoiceProps) {
  const id = useId();
  const words = useWords(caseWords);
  const nameOf = useActName();
  const ways = [
    { keep: true, title: words.withdrawKeep, hint: words.withdrawKeepHint },
    { keep: false, title: words.withdrawEnd, hint: words.withdrawEndHint },
  ];
  return (
    <fieldset className="field">
      <legend className="unseen">{nameOf('withdraw')}</legend>
      <div className="options options-column">
        {ways.map(({ keep, title, hint }) => (
          <label className="option option-tall" key={title}>
            <input type="radio" name={id} checked={input.keep === keep} onChange={() => onInput({ ...input, keep })} />
            <span>
              <strong>{title}</strong>
              <span className="soft small option-hint">{hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
