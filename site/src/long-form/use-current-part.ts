import { useEffect, useState } from 'react';
import type { FormPart } from './parts.ts';

/** A part is current while it crosses a line in the upper quarter of the window. */
const LINE = '-24% 0px -75% 0px';

/** Which part of a page somebody is at. */
export function useCurrentPart(parts: readonly FormPart[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  const ids = parts.map(({ id }) => id).join(' ');
  useEffect(() => {
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) setCurrent(target.id);
      },
      { rootMargin: LINE },
    );
    for (const id of ids.split(' ')) {
      const part = document.getElementById(id);
      if (part !== null) watch.observe(part);
    }
    return () => watch.disconnect();
  }, [ids]);
  return (parts.find(({ id }) => id === current) ?? parts[0])?.key;
}
