import { NO_PREVIOUS, type SealedEntry, sealEntry } from '../../engine/audit/chain.ts';
import type { Entry } from '../../engine/case/evolve.ts';

/** The chain of a case, entry by entry. */
export function sealed(caseId: string, entries: readonly Entry[]): readonly SealedEntry[] {
  const chain: SealedEntry[] = [];
  for (const entry of entries)
    chain.push(sealEntry(caseId, chain.length + 1, chain.at(-1)?.hash ?? NO_PREVIOUS, entry));
  return chain;
}
