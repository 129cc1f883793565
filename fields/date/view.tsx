import { controlProps, type FieldProps } from '../../site/src/fields/props.ts';
import { useDateInput } from '../../site/src/fields/use-date-input.ts';
import { textCodec, useTextInput } from '../../site/src/fields/use-text-input.ts';

export function DateView(props: FieldProps<'date'>) {
  const box = useDateInput(useTextInput<HTMLInputElement>(props.place, textCodec), props.place);
  return <input {...controlProps(props)} {...box} className="input" type="date" max="9999-12-31" />;
}
