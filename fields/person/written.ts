import type { Reading } from '../../site/src/fields/use-text-input.ts';
import { readingOf, type WrittenContext } from '../../site/src/fields/written-of.ts';

/** By name, when only one person bears it. */
export function readPerson(text: string, { people }: WrittenContext): Reading {
  const [only, other] = people(text);
  return readingOf(other === undefined ? only : undefined, text);
}
