import { formatWords } from '../i18n/format-words.ts';
import type { Locale } from '../i18n/locale.ts';

export const listText = (values: unknown, one: (value: unknown) => string, locale: Locale): string =>
  Array.isArray(values) ? values.map(one).join(formatWords[locale].listMark) : '';
