import type { InputHTMLAttributes } from 'react';
import type { Words } from '../../../schemas/generated/process.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { type ControlProps, controlProps } from './props.ts';
import { type Codec, useTextInput } from './use-text-input.ts';

/** A control of a field that may say what it wants while it is empty. */
export type TypedProps = ControlProps & { readonly field: { readonly placeholder?: Words } };

type TypedBoxProps = {
  readonly props: TypedProps;
  readonly codec: Codec;
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autoComplete' | 'autoCapitalize' | 'list' | 'placeholder' | 'className'
>;

/** A box for codes, numbers and addresses: the keyboard that suits them, and nothing that corrects their letters. */
export function TypedBox({
  props,
  codec,
  type = 'text',
  autoComplete = 'off',
  placeholder,
  className,
  ...hints
}: TypedBoxProps) {
  const locale = useLocale();
  const { placeholder: own } = props.field;
  const box = useTextInput<HTMLInputElement>(props.place, codec);
  return (
    <input
      autoCapitalize="none"
      {...controlProps(props)}
      {...box}
      {...hints}
      className={className === undefined ? 'input' : `input ${className}`}
      type={type}
      placeholder={own === undefined ? placeholder : pick(own, locale)}
      autoComplete={autoComplete}
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="next"
    />
  );
}
