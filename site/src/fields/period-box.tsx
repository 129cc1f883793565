import { useEffect, useRef, useState } from 'react';
import { Icon } from '../components/icon.tsx';
import { useFormStore } from '../form/scope.tsx';
import { formWords } from '../i18n/form.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { PeriodPages } from './period-pages.ts';
import { PeriodPicker } from './period-picker.tsx';
import { TypedBox, type TypedProps } from './typed-box.tsx';
import { useFloating } from './use-floating.ts';
import type { Codec } from './use-text-input.ts';

type PeriodBoxProps = {
  readonly props: TypedProps;
  readonly codec: Codec;
  readonly pages: PeriodPages;
  /** What one may type. */
  readonly example: string;
};

/** A box to type a month, a quarter or a year in, and a button that shows them to choose from. */
export function PeriodBox({ props, codec, pages, example }: PeriodBoxProps) {
  const words = useWords(formWords);
  const store = useFormStore();
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const floating = useFloating(open, whole);
  // Only what is shown can take the focus, and showing is an effect of its own, just before this one.
  useEffect(() => {
    if (open) floating.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [open, floating]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus went elsewhere
    <span
      ref={whole}
      className="period"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <TypedBox props={props} codec={codec} placeholder={words.forExample(example)} />
      <button
        ref={button}
        type="button"
        className="period-open"
        id={`${props.id}-open`}
        aria-label={props.label === undefined ? words.choose : `${words.choose} ${props.label}`}
        aria-labelledby={props.label === undefined ? `${props.id}-open ${props.id}-label` : undefined}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="calendar" size={18} />
      </button>
      <div
        ref={floating}
        popover="manual"
        className="period-floating"
        onPointerDown={(event) => event.preventDefault()}
      >
        {open && (
          <PeriodPicker
            pages={pages}
            chosen={String(store.value(props.place) ?? '')}
            onClose={close}
            onChoose={(value) => {
              store.set(props.place, value);
              store.leave(props.place);
              close();
            }}
          />
        )}
      </div>
    </span>
  );
}
