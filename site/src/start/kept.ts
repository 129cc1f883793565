import { useEffect, useState } from 'react';
import { recallIds, rememberIds } from '../session/memory.ts';

const RECENT = 6;

/** The processes this browser keeps at hand. */
export interface Kept {
  readonly favourites: readonly string[];
  readonly recent: readonly string[];
  readonly toggle: (id: string) => void;
  /** Called when a process is opened from here. */
  readonly use: (id: string) => void;
}

export function useKept(): Kept {
  const [favourites, setFavourites] = useState<readonly string[]>([]);
  const [recent, setRecent] = useState<readonly string[]>([]);
  useEffect(() => {
    setFavourites(recallIds('favourites'));
    setRecent(recallIds('recent'));
  }, []);
  return {
    favourites,
    recent,
    toggle(id) {
      const next = favourites.includes(id) ? favourites.filter((other) => other !== id) : [...favourites, id];
      rememberIds('favourites', next);
      setFavourites(next);
    },
    use(id) {
      rememberIds('recent', [id, ...recent.filter((other) => other !== id)].slice(0, RECENT));
    },
  };
}
