import { controlProps, type FieldProps } from '../../site/src/fields/props.ts';
import { textCodec, useTextInput } from '../../site/src/fields/use-text-input.ts';

export function DateTimeView(props: FieldProps<'dateTime'>) {
  const box = useTextInput<HTMLInputElement>(props.place, textCodec);
  return <input {...controlProps(props)} {...box} className="input" type="text" autoComplete="off" />;
}
