import { sameValue } from '../form/value.ts';
import type { Overlap } from './refusal.ts';

/** What two people's edits add up to, and where they contradict each other. */
export type Merged<T> = { readonly value: T; readonly overlaps: readonly Overlap[] };

/** One value that two people may have changed. */
export function mergeValue(path: string, base: unknown, mine: unknown, theirs: unknown): Merged<unknown> {
  if (sameValue(mine, base)) return { value: theirs, overlaps: [] };
  const overlaps =
    sameValue(theirs, base) || sameValue(mine, theirs) ? [] : [{ path, mine: mine ?? null, theirs: theirs ?? null }];
  return { value: mine, overlaps };
}
