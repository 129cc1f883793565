import { type RefObject, useEffect, useRef } from 'react';
import { isComposing } from '../components/composing.ts';

const CONTROL = 'input:not([type="file"]), select, textarea, [contenteditable="true"]';
/** Boxes of one line, in which Enter means that they are filled in. */
const LINES: ReadonlySet<string> = new Set(['text', 'email', 'tel', 'url', 'number', 'search']);

/**
 * Enter in a box of one line goes to the next control: handing in is for the button alone. Listens at the window,
 * after every control had the key, and not through React, which would work at every key.
 */
export function useEnterNext(): RefObject<HTMLDivElement | null> {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Enter') enterNext(form.current, event);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return form;
}

function enterNext(form: HTMLElement | null, event: KeyboardEvent) {
  const { target } = event;
  if (event.defaultPrevented || isComposing(event)) return;
  if (!(target instanceof HTMLInputElement) || !LINES.has(target.type) || form?.contains(target) !== true) return;
  event.preventDefault();
  const controls = [...form.querySelectorAll<HTMLElement>(CONTROL)].filter(isReachable);
  controls[controls.indexOf(target) + (event.shiftKey ? -1 : 1)]?.focus();
}

const isReachable = (control: HTMLElement): boolean =>
  control.tabIndex >= 0 && !control.matches(':disabled') && control.checkVisibility({ visibilityProperty: true });
