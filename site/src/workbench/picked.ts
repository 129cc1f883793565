import { useState } from 'react';

/** Which tasks are ticked, by id. */
export type Picked = {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
};

export function usePicked(): Picked {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setIds((old) => new Set(old.has(id) ? [...old].filter((each) => each !== id) : [...old, id]));
  return { ids, toggle, clear: () => setIds(new Set()) };
}
