import { useSyncExternalStore } from 'react';

const query = (width: number) => matchMedia(`(min-width: ${width}px)`);

/** Whether the window is at least so many pixels wide; the prerendered page is narrow. */
export const useWide = (width: number): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = query(width);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => query(width).matches,
    () => false,
  );
