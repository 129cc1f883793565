import type { FieldProps } from '../../site/src/fields/props.ts';
import { plainText } from '../../site/src/fields/text-of.ts';
import { TimeOptions } from '../../site/src/fields/time-options.tsx';
import { TypedBox } from '../../site/src/fields/typed-box.tsx';
import { readCodec } from '../../site/src/fields/written-codec.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { readTime } from './typed.ts';

const codec = readCodec(readTime, plainText);

/** Not `type="time"`: it knows neither 8点半 nor 0830, and shows the clock of the browser's language. */
export function TimeView(props: FieldProps<'time'>) {
  const { min, max, step } = props.field;
  const words = useWords(formWords);
  const list = `${props.id}-times`;
  return (
    <>
      <TypedBox
        props={props}
        codec={codec}
        inputMode="numeric"
        list={list}
        placeholder={words.forExample('08:30')}
        className="input-code"
      />
      <TimeOptions id={list} min={min} max={max} step={step} />
    </>
  );
}
