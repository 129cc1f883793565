import { controlProps, type FieldProps } from './props.ts';
import { useDateInput } from './use-date-input.ts';
import { textCodec, useTextInput } from './use-text-input.ts';

export function DateView(props: FieldProps<'date'>) {
  const box = useDateInput(useTextInput<HTMLInputElement>(props.place, textCodec), props.place);
  return <input {...controlProps(props)} {...box} className="input" type="date" max="9999-12-31" />;
}
