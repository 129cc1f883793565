import { type RefObject, useEffect, useRef } from 'react';

const GAP = 4;
const LEAST_HEIGHT = 220;
const LEAST_WIDTH = 260;

/**
 * A box in the top layer under (or over) another: tables and dialogs cannot clip it. Placed through the CSSOM, which
 * the content security policy allows where style attributes are refused.
 */
export function useFloating(open: boolean, anchor: RefObject<HTMLElement | null>): RefObject<HTMLDivElement | null> {
  const floating = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [box, over] = [floating.current, anchor.current];
    if (!open || box === null || over === null) return;
    const place = () => {
      const at = over.getBoundingClientRect();
      const below = innerHeight - at.bottom - 2 * GAP;
      const above = at.top - 2 * GAP;
      const up = below < LEAST_HEIGHT && above > below;
      const width = Math.min(Math.max(at.width, LEAST_WIDTH), innerWidth - 2 * GAP);
      const left = Math.min(Math.max(at.left, GAP), innerWidth - width - GAP);
      box.style.setProperty('--left', `${left}px`);
      box.style.setProperty('--width', `${width}px`);
      box.style.setProperty('--top', up ? 'auto' : `${at.bottom + GAP}px`);
      box.style.setProperty('--bottom', up ? `${innerHeight - at.top + GAP}px` : 'auto');
      box.style.setProperty('--room', `${up ? above : below}px`);
    };
    place();
    box.showPopover();
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
      box.hidePopover();
    };
  }, [open, anchor]);
  return floating;
}
