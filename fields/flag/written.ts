import type { Reading } from '../../site/src/fields/use-text-input.ts';
import { folded, readingOf } from '../../site/src/fields/written-of.ts';

const YES: ReadonlySet<string> = new Set(['是', '有', '对', '對', '√', '✓', '✔', '☑', 'yes', 'y', 'true', '1']);
const NO: ReadonlySet<string> = new Set(['否', '无', '無', '错', '錯', '×', '✗', '✘', '☐', 'no', 'n', 'false', '0']);

export function readFlag(text: string): Reading {
  const word = folded(text);
  return readingOf(YES.has(word) ? true : NO.has(word) ? false : undefined, text);
}
