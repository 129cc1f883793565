import { type Flaws, flaw } from '../issue.ts';
import { idShape } from './text-shape.ts';

/** Most entries a list of ids may hold where the definition names no limit; bounds what a draft can hold. */
export const MAX_ENTRIES = 500;

export function idListShape(value: unknown): Flaws {
  if (!Array.isArray(value)) return flaw('wrong-type');
  if (value.length > MAX_ENTRIES) return flaw('too-many', { max: MAX_ENTRIES });
  for (const [index, id] of value.entries()) {
    const flaws = idShape(id);
    if (flaws) return flaws.map((found) => ({ ...found, under: `/${index}` }));
  }
  return undefined;
}

/** One flaw for each id that is repeated or refused, and one for a list that is too long. */
export function judgeIds(value: unknown, max: number, refuse: (id: string) => Flaws): Flaws {
  const ids: readonly unknown[] = Array.isArray(value) ? value : [];
  const seen = new Set<unknown>();
  const flaws = ids.flatMap((id, index) => {
    const repeated = seen.has(id);
    seen.add(id);
    const found = repeated ? flaw('not-unique') : typeof id === 'string' ? refuse(id) : undefined;
    return (found ?? []).map((one) => ({ ...one, under: `/${index}` }));
  });
  const all = ids.length > max ? [...flaw('too-many', { max }), ...flaws] : flaws;
  return all.length === 0 ? undefined : all;
}
