import { type RefObject, useEffect, useRef } from 'react';
import type { FieldKey } from '../form/keys.ts';
import { useFormStore } from '../form/scope.tsx';

/** What typed text means: a value (undefined: empty), or text that is no value yet and is kept as it was typed. */
export type Reading = { readonly value: unknown } | { readonly typed: string };

export type Codec = {
  /** The value as it stands in the box while nobody types in it. */
  readonly show: (value: unknown) => string;
  readonly read: (text: string) => Reading;
};

export const textCodec: Codec = {
  show: (value) => (typeof value === 'string' ? value : ''),
  read: (text) => ({ value: text === '' ? undefined : text }),
};

type Box = HTMLInputElement | HTMLTextAreaElement;

/**
 * Ties a native text box to the store. The box keeps its own text, so a keystroke renders nothing and an input method
 * is never disturbed; a value that changes elsewhere is written into the box unless somebody is typing in it.
 */
export function useTextInput<E extends Box>(place: FieldKey, codec: Codec) {
  const store = useFormStore();
  const ref: RefObject<E | null> = useRef<E>(null);
  const composing = useRef(false);
  const read = () => {
    const reading = codec.read(ref.current?.value ?? '');
    if ('typed' in reading) store.keepTyped(place, reading.typed);
    else store.set(place, reading.value);
  };
  const shown = () => store.typed(place) ?? codec.show(store.value(place));
  useEffect(() => {
    const follow = () => {
      const box = ref.current;
      if (box === null || box === document.activeElement) return;
      const text = store.typed(place) ?? codec.show(store.value(place));
      if (box.value !== text) box.value = text;
    };
    follow();
    return store.subscribe(place, follow);
  }, [store, place, codec]);
  return {
    ref,
    defaultValue: shown(),
    // What an input method has not finished is no value yet.
    onInput: () => {
      if (!composing.current) read();
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: () => {
      composing.current = false;
      read();
    },
    onBlur: () => {
      store.leave(place);
      const box = ref.current;
      if (box !== null && box.value !== shown()) box.value = shown();
    },
  };
}
