/** What the server keeps for one person. */
export const MOST_PHRASES = 50;
export const LONGEST_PHRASE = 200;

type Own = readonly string[];

/** Why some text cannot be kept: it is none, known, too long, or there are enough. */
export type Unfit = 'empty' | 'known' | 'long' | 'full';

export function whyUnfit(text: string, own: Own): Unfit | undefined {
  const phrase = text.trim();
  if (phrase === '') return 'empty';
  if (own.includes(phrase)) return 'known';
  if ([...phrase].length > LONGEST_PHRASE) return 'long';
  return own.length >= MOST_PHRASES ? 'full' : undefined;
}

/** The newest stands first. */
export const withPhrase = (own: Own, text: string): Own => [text.trim(), ...own];

export const withoutPhrase = (own: Own, phrase: string): Own => own.filter((each) => each !== phrase);

/** Moves one phrase by one place; at the end it stays. */
export function withMovedPhrase(own: Own, phrase: string, by: -1 | 1): Own {
  const from = own.indexOf(phrase);
  const to = from + by;
  if (from < 0 || to < 0 || to >= own.length) return own;
  return own.toSpliced(from, 1).toSpliced(to, 0, phrase);
}
