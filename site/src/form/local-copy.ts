import type { SaveDraft } from '../../../schemas/generated/api.ts';
import { isRecord } from '../fields/lists.ts';
import { recallText } from '../session/memory.ts';

/** What was typed and has not reached the server, as this browser keeps it. */
export type LocalCopy = SaveDraft & { readonly typedAt: string };

const nameOf = (draft: string): string => `formloop.copy.${draft}`;

const isCopy = (value: unknown): value is LocalCopy =>
  isRecord(value) && typeof value.process === 'string' && typeof value.typedAt === 'string' && isRecord(value.values);

export function readCopy(draft: string): LocalCopy | undefined {
  try {
    const stored: unknown = JSON.parse(recallText(`copy.${draft}`) ?? 'null');
    return isCopy(stored) ? stored : undefined;
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
