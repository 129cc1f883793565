import { useEffect, useRef } from 'react';

const listeners = new Set<() => void>();

/** Says that what is on the page may be out of date: lists and counts fetch again. */
export function announceChange(): void {
  for (const listener of listeners) listener();
}

/** Fetches again when something changed here or the person comes back to the window, at most once in five seconds. */
export function useRefresh(refresh: () => void): void {
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    let last = performance.now();
    const run = () => latest.current();
    const back = () => {
      if (document.visibilityState !== 'visible' || performance.now() - last < 5_000) return;
      last = performance.now();
      run();
    };
    // A page brought back by the back button shows what it showed when it was left.
    const restored = (event: PageTransitionEvent) => {
      if (event.persisted) run();
    };
    listeners.add(run);
    addEventListener('pageshow', restored);
    addEventListener('focus', back);
    document.addEventListener('visibilitychange', back);
    return () => {
      listeners.delete(run);
      removeEventListener('pageshow', restored);
      removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', back);
    };
  }, []);
}
