import { type Flaws, flaw } from '../issue.ts';
import { textShape } from './text-shape.ts';

/** Longest text a code, a number or an address is looked at in; bounds what a draft can hold. */
const MAX_CODE = 2000;

export function codeShape(value: unknown): Flaws {
  const flaws = textShape(value);
  if (flaws || typeof value !== 'string') return flaws;
  return value.length > MAX_CODE ? flaw('too-long', { max: MAX_CODE }) : undefined;
}

/**
 * The one way a text is written: full-width letters and digits become the usual ones, then `write` has its say.
 * White space alone is no value.
 */
export function writtenOnce(value: unknown, write: (text: string) => string): unknown {
  if (typeof value !== 'string') return value;
  const text = write(value.normalize('NFKC').trim());
  return text === '' ? undefined : text;
}

/** A code of digits and capital letters, without the spaces and hyphens that people group it with. */
export const codeText = (value: unknown): unknown =>
  writtenOnce(value, (text) => text.replaceAll(/[\s-]/g, '').toUpperCase());
