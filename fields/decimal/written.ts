import type { Reading } from '../../site/src/fields/use-text-input.ts';
import { readingOf } from '../../site/src/fields/written-of.ts';
import { plainNumber } from '../../site/src/form/number-text.ts';

/** Accountants put negative numbers in brackets. */
const BRACKETED = /^[(（](.*)[)）]$/;

export function readDecimal(text: string): Reading {
  const [, inner] = BRACKETED.exec(text) ?? [];
  if (inner === undefined) return readingOf(plainNumber(text), text);
  const plain = plainNumber(inner);
  return plain === undefined || plain.startsWith('-') ? { typed: text } : { value: `-${plain}` };
}
