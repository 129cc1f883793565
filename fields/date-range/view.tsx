import { useEffect, useRef } from 'react';
import { dateRange } from '../../site/src/fields/lists.ts';
import { type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { asGroup } from '../../site/src/fields/table-roles.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { daysBetween } from '../../site/src/i18n/civil.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';

type Side = 'start' | 'end';

export function DateRangeView(props: FieldProps<'dateRange'>) {
  const words = useWords(formWords);
  const { start, end } = dateRange(useValue(props.place));
  const days = start !== undefined && end !== undefined ? daysBetween(start, end) + 1 : 0;
  return (
    <div {...groupProps(props)} {...asGroup} className="range">
      <DateEnd props={props} side="start" label={words.from} />
      <span className="range-dash" aria-hidden="true">
        –
      </span>
      <DateEnd props={props} side="end" label={words.to} />
      {days > 0 && <span className="range-days">{words.days(days)}</span>}
    </div>
  );
}

type DateEndProps = { readonly props: FieldProps<'dateRange'>; readonly side: Side; readonly label: string };

function DateEnd({ props, side, label }: DateEndProps) {
  const store = useFormStore();
  const box = useRef<HTMLInputElement>(null);
  const range = dateRange(useValue(props.place));
  const value = range[side] ?? '';
  useEffect(() => {
    const input = box.current;
    if (input !== null && input !== document.activeElement && input.value !== value) input.value = value;
  }, [value]);
  const change = (text: string) => {
    const { [side]: _, ...other } = range;
    const next = text === '' ? other : { ...other, [side]: text };
    store.set(props.place, Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <input
      ref={box}
      className="input"
      type="date"
      max="9999-12-31"
      aria-label={label}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.describedBy}
      defaultValue={value}
      onChange={(event) => change(event.target.value)}
      onBlur={(event) => {
        if (event.relatedTarget?.parentElement !== event.target.parentElement) store.leave(props.place);
      }}
    />
  );
}
