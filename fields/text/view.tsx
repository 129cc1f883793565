import { controlProps, type FieldProps } from '../../site/src/fields/props.ts';
import { textCodec, useTextInput } from '../../site/src/fields/use-text-input.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';

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
      enterKeyHint="next"
      placeholder={placeholder === undefined ? undefined : pick(placeholder, locale)}
    />
  );
}
