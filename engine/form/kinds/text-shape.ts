import { type Flaws, flaw } from '../issue.ts';

/** Ids of options, people, units and rows are never longer; bounds what a draft can hold. */
export const MAX_ID = 200;

// With the u flag a surrogate is matched only when it stands alone.
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Lone surrogates come back from the database as U+FFFD and U+0000 cuts texts short: neither would round-trip.
 * The plain loop is several times faster than a regular expression on texts as short as most are.
 */
function isIllFormed(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0) return true;
    if (unit >= 0xd800 && unit <= 0xdfff) return text.includes('\u0000') || LONE_SURROGATE.test(text);
  }
  return false;
}

export function textShape(value: unknown): Flaws {
  if (typeof value !== 'string') return flaw('wrong-type');
  return isIllFormed(value) ? flaw('ill-formed-text') : undefined;
}

export function idShape(value: unknown): Flaws {
  const flaws = textShape(value);
  if (flaws || typeof value !== 'string') return flaws;
  return value === '' ? flaw('wrong-type') : value.length > MAX_ID ? flaw('too-long', { max: MAX_ID }) : undefined;
}

/** The text of an id that passed `idShape`. */
export const idText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Characters are code points, as in JSON Schema. */
export function isLongerThan(text: string, max: number): boolean {
  return text.length > max && [...text].length > max;
}
