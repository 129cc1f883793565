import type { Catalogue, Locale } from './locale.ts';

/** Words that are fetched in one language before they are used: three languages of everything would slow a form down. */
export interface LazyCatalogue<T> extends Catalogue<T> {
  readonly load: (locale: Locale) => Promise<void>;
}

export function lazyCatalogue<T>(parts: Readonly<Record<Locale, () => Promise<T>>>): LazyCatalogue<T> {
  const loaded = new Map<Locale, T>();
  const wordsIn = (locale: Locale): T => {
    const words = loaded.get(locale);
    if (words === undefined) throw new Error(`words used before they were loaded: ${locale}`);
    return words;
  };
  return {
    get 'zh-CN'() {
      return wordsIn('zh-CN');
    },
    get 'zh-TW'() {
      return wordsIn('zh-TW');
    },
    get en() {
      return wordsIn('en');
    },
    load: async (locale) => {
      loaded.set(locale, await parts[locale]());
    },
  };
}
