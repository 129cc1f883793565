import type { SaveDraft } from '../../../schemas/generated/api.ts';
import { isRecord } from '../api/record.ts';
import { recallText } from './memory.ts';

/** What was typed and has not reached the server, as this browser keeps it. */
export type LocalCopy = SaveDraft & { readonly typedAt: string; readonly person: string };

const nameOf = (draft: string): string => `formloop.copy.${draft}`;

const isCopy = (value: unknown): value is LocalCopy =>
  isRecord(value) && typeof value.process === 'string' && typeof value.typedAt === 'string' && isRecord(value.values);

/** Only its own person sees it: another one may sign in to the same browser. */
export function readCopy(draft: string, person: string): LocalCopy | undefined {
  try {
    const stored: unknown = JSON.parse(recallText(`copy.${draft}`) ?? 'null');
    return isCopy(stored) && stored.person === person ? stored : undefined;
  } catch {
    return undefined;
  }
}

export function keepCopy(draft: string, copy: LocalCopy): void {
  try {
    localStorage.setItem(nameOf(draft), JSON.stringify(copy));
  } catch {
    // Full or forbidden: the server draft is then the only copy, and leaving warns.
  }
}

export function dropCopy(draft: string): void {
  try {
    localStorage.removeItem(nameOf(draft));
  } catch {
    // Without storage there is nothing to drop.
  }
}

/** Forgets all copies: somebody signs out, and the server has what they typed. */
export function dropCopies(): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(nameOf(''))) localStorage.removeItem(name);
  } catch {
    // Without storage there is nothing to drop.
  }
}
