import type { Words } from '../../../schemas/generated/common.ts';
import { allTexts } from './locale.ts';

const normal = (text: string) => text.normalize('NFKC').toLowerCase();

/** Whether every word of a search occurs in one of these, in whichever language. */
export function matchWords(places: readonly (Words | undefined)[], search: string): boolean {
  const text = normal(places.flatMap((each) => (each === undefined ? [] : allTexts(each))).join('\n'));
  return normal(search)
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
