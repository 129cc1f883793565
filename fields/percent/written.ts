import type { Reading } from '../../site/src/fields/use-text-input.ts';
import { readDecimal } from '../decimal/written.ts';

/** 85 and 85% are both 85 points. */
export function readPercent(text: string): Reading {
  const reading = readDecimal(text.replace(/\s*[%％]$/, ''));
  return 'typed' in reading ? { typed: text } : reading;
}
