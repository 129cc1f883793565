import { useEffect, useState } from 'react';
import { closed, type Look, lookOf, type Opened, plainLook, searchOf } from './look.ts';

/** How the report is looked at, and the ways to look otherwise. */
export type Looking = {
  readonly look: Look;
  readonly change: (look: Look) => void;
  readonly open: (opened: Opened) => void;
  readonly close: () => void;
};

/** Marks the entry of the history that the page itself made to show rows. */
const OPENED = 'report-rows';

/** The look of the address: another day or filter takes its place, rows that are opened can be left with the back button. */
export function useLook(id: string | undefined): Looking {
  const [look, setLook] = useState(plainLook);
  useEffect(() => {
    const read = () => setLook(lookOf(location.search));
    read();
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  const replace = (next: Look) => {
    setLook(next);
    if (id !== undefined) history.replaceState(history.state, '', searchOf(id, next));
  };
  return {
    look,
    change: replace,
    open: (opened) => {
      const next = { ...look, opened };
      setLook(next);
      if (id !== undefined) history.pushState(OPENED, '', searchOf(id, next));
    },
    close: () => {
      if (history.state === OPENED) history.back();
      else replace(closed(look));
    },
  };
}
