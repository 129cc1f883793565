import type { Words } from '../../../schemas/generated/api.ts';

export const locales = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'zh-CN';

/** One set of words per language; a word missing in a language is a type error where the catalogue is written. */
export type Catalogue<T> = Readonly<Record<Locale, T>>;

/** zh-CN gives the shape, the others must fill it exactly. */
export const catalogue = <T>(words: {
  readonly 'zh-CN': T;
  readonly 'zh-TW': NoInfer<T>;
  readonly en: NoInfer<T>;
}): Catalogue<T> => words;

/** The text of words that came from a definition or the organisation; a language they lack falls back to zh-CN. */
export function pick(words: Words, locale: Locale): string {
  if (typeof words === 'string') return words;
  return words[locale] ?? words['zh-CN'];
}

/** Every language of some words, for a search that finds them however they are typed. */
export const allTexts = (words: Words): readonly string[] =>
  typeof words === 'string' ? [words] : locales.flatMap((locale) => words[locale] ?? []);

export const isLocale = (text: string | undefined): text is Locale => locales.some((locale) => locale === text);

/** The static paths of a page at `[...locale]`: zh-CN has no prefix. */
export const localePaths = () =>
  locales.map((locale) => ({ params: { locale: locale === defaultLocale ? undefined : locale }, props: { locale } }));
