import { useRef } from 'react';
import { controlProps, type FieldProps } from '../../site/src/fields/props.ts';
import { textCodec, useTextInput } from '../../site/src/fields/use-text-input.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';

/** From this part of the limit on the box says how much is left. */
const NEAR = 0.8;

/** Grows with its text (CSS `field-sizing`); counts only when the limit comes near. */
export function LongTextView(props: FieldProps<'longText'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const counter = useRef<HTMLSpanElement>(null);
  const { onInput, ...box } = useTextInput<HTMLTextAreaElement>(props.place, textCodec);
  const { max, placeholder } = props.field;
  const count = () => {
    const output = counter.current;
    const length = [...(box.ref.current?.value ?? '')].length;
    if (output === null || max === undefined) return;
    const left = max - length;
    output.textContent = length < max * NEAR ? '' : left < 0 ? words.counterOver(-left) : words.counter(left);
    output.classList.toggle('counter-over', left < 0);
  };
  return (
    <>
      <textarea
        {...controlProps(props)}
        {...box}
        className="input input-long"
        rows={props.label === undefined ? 3 : 1}
        placeholder={placeholder === undefined ? undefined : pick(placeholder, locale)}
        onInput={() => {
          onInput();
          count();
        }}
      />
      {max !== undefined && <span className="counter" ref={counter} aria-live="polite" />}
    </>
  );
}
