import { useEffect, useRef, useState } from 'react';
import type { ComboOption } from './combobox.tsx';

export type Found = {
  readonly state: 'searching' | 'found' | 'failed';
  readonly options: readonly ComboOption[];
};

/** Typing is let settle for this long before the server is asked. */
const PAUSE = 180;
const SEARCHING: Found = { state: 'searching', options: [] };

/** What a query finds; the last finds stay in sight while the next are on their way. */
export function useSearch(
  query: string | undefined,
  search: (query: string, signal: AbortSignal) => Promise<readonly ComboOption[] | undefined>,
): Found {
  const [found, setFound] = useState<Found>(SEARCHING);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  useEffect(() => {
    if (query === undefined) return;
    const stop = new AbortController();
    setFound((before) => ({ ...before, state: 'searching' }));
    const ask = async () => {
      const options = await latest.current(query, stop.signal);
      if (stop.signal.aborted) return;
      setFound(options === undefined ? { state: 'failed', options: [] } : { state: 'found', options });
    };
    const timer = setTimeout(ask, query === '' ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);
  return found;
}
