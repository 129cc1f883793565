import type { Entry } from '../case/evolve.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './sha256.ts';

/** The `previous` of the first entry of a case. */
export const NO_PREVIOUS = '0'.repeat(64);

/** An entry with its place in the chain of its case. `seq` counts from 1; `hash` covers everything else. */
export type SealedEntry = Entry & {
  readonly case: string;
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
};

/** Seals an entry: its hash covers the case, its number, its content and the hash before it. */
export function sealEntry(caseId: string, seq: number, previous: string, { at, by, events }: Entry): SealedEntry {
  const body = { case: caseId, seq, previous, at, by, events };
  return { ...body, hash: sha256Hex(canonicalJson(body)) };
}

export type ChainVerdict =
  | { readonly state: 'intact'; readonly entries: number; readonly head: string }
  | { readonly state: 'broken'; readonly entries: number; readonly head: string; readonly at: number };

/**
 * Verifies the entries of one case in order: numbers without a gap, each `previous` the hash before it, each hash that
 * of its content. `at` is the number of the first entry that does not fit.
 *
 * @param head the head the case row names, when known: a truncated log is broken at the first missing entry, one that
 * was written anew at its last.
 */
export function verifyChain(
  caseId: string,
  entries: readonly SealedEntry[],
  head?: { seq: number; hash: string },
): ChainVerdict {
  let previous = NO_PREVIOUS;
  for (const [index, entry] of entries.entries()) {
    const fits = entry.seq === index + 1 && entry.case === caseId && entry.previous === previous;
    if (!fits || sealEntry(caseId, entry.seq, previous, entry).hash !== entry.hash) {
      return { state: 'broken', entries: entries.length, head: previous, at: index + 1 };
    }
    previous = entry.hash;
  }
  if (head !== undefined && (head.seq !== entries.length || head.hash !== previous)) {
    const at = head.seq === entries.length ? head.seq : Math.min(head.seq, entries.length) + 1;
    return { state: 'broken', entries: entries.length, head: previous, at };
  }
  return { state: 'intact', entries: entries.length, head: previous };
}
