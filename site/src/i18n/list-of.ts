import type { Locale } from './locale.ts';

/** Some of these things as one phrase: 图片、文档或压缩包. */
export const listOf = (items: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(items);
