import type { FieldKey } from '../form/keys.ts';
import { useFormStore } from '../form/scope.tsx';
import type { useTextInput } from './use-text-input.ts';

/** What stands for a date somebody began and did not finish; the box itself keeps the parts. */
const UNFINISHED = '?';

/** A native date box says nothing while a date is half typed: without this it would count as empty. */
export function useDateInput(box: ReturnType<typeof useTextInput<HTMLInputElement>>, place: FieldKey) {
  const store = useFormStore();
  const unfinished = () => box.ref.current?.validity.badInput === true;
  return {
    ...box,
    onInput: () => (unfinished() ? store.keepTyped(place, UNFINISHED) : box.onInput()),
    onBlur: () => (unfinished() ? store.leave(place) : box.onBlur()),
  };
}
