import { type RefObject, useEffect, useRef } from 'react';
import { type ControlProps, type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { asGroup } from '../../site/src/fields/table-roles.ts';
import { plainText } from '../../site/src/fields/text-of.ts';
import { TimeOptions } from '../../site/src/fields/time-options.tsx';
import type { FieldKey } from '../../site/src/form/keys.ts';
import { useFormStore } from '../../site/src/form/scope.tsx';
import type { FormStore } from '../../site/src/form/store.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { readTime } from '../time/typed.ts';
import { isComplete, joined, type Parts, partsOf, UNFINISHED } from './parts.ts';

const standing = (store: FormStore, place: FieldKey): Parts =>
  partsOf(store.typed(place) ?? plainText(store.value(place)));

/** Both boxes write one value; half of it is kept as it was typed and counts as wrong. */
function write(store: FormStore, place: FieldKey, change: Partial<Parts>) {
  const parts = { ...standing(store, place), ...change };
  if (parts.date === '' && parts.time === '') store.set(place, undefined);
  else if (isComplete(parts)) store.set(place, joined(parts));
  else store.keepTyped(place, joined(parts));
}

/** A box shows its part of the value, unless somebody is typing in it. */
function usePart(place: FieldKey, part: keyof Parts): RefObject<HTMLInputElement | null> {
  const store = useFormStore();
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const follow = () => {
      const box = ref.current;
      const text = standing(store, place)[part];
      if (box !== null && box !== document.activeElement && text !== UNFINISHED && box.value !== text) box.value = text;
    };
    follow();
    return store.subscribe(place, follow);
  }, [store, place, part]);
  return ref;
}

export function DateTimeView(props: FieldProps<'dateTime'>) {
  const words = useWords(formWords);
  const store = useFormStore();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a group of boxes that hears when the focus leaves it
    <div
      {...groupProps(props)}
      {...asGroup}
      className="range when"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) store.leave(props.place);
      }}
    >
      <DatePart {...props} label={named(props, words.datePart)} />
      <TimePart {...props} label={named(props, words.timePart)} />
    </div>
  );
}

/** In a cell each box says which column and row it belongs to. */
const named = ({ label }: ControlProps, part: string): string => (label === undefined ? part : `${label} ${part}`);

const partProps = ({ label, required, invalid, describedBy }: ControlProps) => ({
  'aria-label': label,
  'aria-required': required || undefined,
  'aria-invalid': invalid || undefined,
  'aria-describedby': describedBy,
});

function DatePart(props: ControlProps) {
  const store = useFormStore();
  const ref = usePart(props.place, 'date');
  return (
    <input
      {...partProps(props)}
      ref={ref}
      className="input"
      type="date"
      max="9999-12-31"
      onInput={({ currentTarget: { validity, value } }) =>
        write(store, props.place, { date: validity.badInput ? UNFINISHED : value })
      }
    />
  );
}

function TimePart(props: ControlProps) {
  const words = useWords(formWords);
  const store = useFormStore();
  const ref = usePart(props.place, 'time');
  const list = `${props.id}-times`;
  const read = (text: string) => write(store, props.place, { time: readTime(text) ?? text.trim() });
  return (
    <>
      <input
        {...partProps(props)}
        ref={ref}
        className="input input-code when-time"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        enterKeyHint="next"
        placeholder={words.forExample('08:30')}
        list={list}
        // What an input method has not finished is no time yet.
        onInput={({ nativeEvent, currentTarget }) => {
          if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) read(currentTarget.value);
        }}
        onCompositionEnd={({ currentTarget }) => read(currentTarget.value)}
        onBlur={({ currentTarget }) => {
          currentTarget.value = standing(store, props.place).time;
        }}
      />
      <TimeOptions id={list} />
    </>
  );
}
