import type { TextOf } from '../../site/src/fields/text-of.ts';
import { formatWords } from '../../site/src/i18n/format-words.ts';

export const tableText: TextOf<'table'> = (value, { locale }) =>
  Array.isArray(value) ? formatWords[locale].rows(value.length) : '';
