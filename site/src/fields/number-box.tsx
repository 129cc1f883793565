import type { ReactNode } from 'react';
import { type ControlProps, controlProps } from './props.ts';
import { type Codec, useTextInput } from './use-text-input.ts';

type NumberBoxProps = {
  readonly props: ControlProps;
  readonly codec: Codec;
  readonly whole?: boolean;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
};

/** A text box for numbers: right aligned, number keyboard on phones, signs of currency and percent beside it. */
export function NumberBox({ props, codec, whole = false, before, after }: NumberBoxProps) {
  const box = useTextInput<HTMLInputElement>(props.place, codec);
  const input = (
    <input
      {...controlProps(props)}
      {...box}
      className="input input-number"
      type="text"
      inputMode={whole ? 'numeric' : 'decimal'}
      enterKeyHint="next"
      autoComplete="off"
    />
  );
  if (before === undefined && after === undefined) return input;
  const sides = [before !== undefined && 'affixed-before', after !== undefined && 'affixed-after'];
  return (
    <span className={['affixed', ...sides].filter(Boolean).join(' ')}>
      {before !== undefined && <span className="affix affix-before">{before}</span>}
      {input}
      {after !== undefined && <span className="affix affix-after">{after}</span>}
    </span>
  );
}
