import { pick } from '../i18n/locale.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { controlProps, type FieldProps } from './props.ts';
import { textCodec, useTextInput } from './use-text-input.ts';

export function TextView(props: FieldProps<'text'>) {
  const locale = useLocale();
  const box = useTextInput<HTMLInputElement>(props.place, textCodec);
  const { placeholder } = props.field;
  return (
    <input
      {...controlProps(props)}
      {...box}
      className="input"
      type="text"
      autoComplete="off"
      placeholder={placeholder === undefined ? undefined : pick(placeholder, locale)}
    />
  );
}
