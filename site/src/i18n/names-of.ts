import type { Locale } from './locale.ts';

/** All of these names as one phrase: 周报、月报和季报. */
export const namesOf = (names: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
