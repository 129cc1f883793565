import type { RefObject } from 'react';
import { domId, type FieldKey, partsOf } from './keys.ts';

/** Bubbles from the place somebody is taken to: what hides it (a step, rows out of sight) shows it. */
export const REVEAL = 'reveal';

const CONTROL = 'input:not([type="file"]), select, textarea, button';

/** Takes the reader to a control, wherever in it the focus belongs, and opens what it is hidden in. */
export function goTo(key: FieldKey) {
  const place = document.getElementById(domId(key)) ?? document.getElementById(domId(partsOf(key).path));
  if (place === null) return;
  place.dispatchEvent(new CustomEvent(REVEAL, { bubbles: true, detail: key }));
  for (let fold = closedAround(place); fold !== null; fold = closedAround(fold)) fold.open = true;
  enter(document.getElementById(domId(key)) ?? place);
}

const closedAround = (place: Element): HTMLDetailsElement | null =>
  place.closest<HTMLDetailsElement>('details:not([open])');

/** Of several controls the first that is wrong. */
function enter(place: HTMLElement) {
  const within = place.querySelector<HTMLElement>('[aria-invalid="true"]') ?? place;
  const control = within.matches('input, select, textarea') ? within : within.querySelector<HTMLElement>(CONTROL);
  (control ?? place).focus();
  (control ?? place).scrollIntoView({ block: 'center' });
}

/** Takes the reader to the list of what is wrong, once it stands above the form and has moved it. */
export function goToSummary(box: RefObject<HTMLElement | null>) {
  requestAnimationFrame(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'start' });
  });
}
