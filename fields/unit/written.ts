import type { Reading } from '../../site/src/fields/use-text-input.ts';
import { readingOf, type WrittenContext } from '../../site/src/fields/written-of.ts';

/** By title, when only one unit bears it. */
export function readUnit(text: string, { units }: WrittenContext): Reading {
  const [only, other] = units(text);
  return readingOf(other === undefined ? only : undefined, text);
}
