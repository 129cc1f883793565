import { isRecord } from '../../site/src/fields/lists.ts';
import type { TextOf } from '../../site/src/fields/text-of.ts';
import { formatWords } from '../../site/src/i18n/format-words.ts';

export const matrixText: TextOf<'matrix'> = (value, { locale }) =>
  isRecord(value) ? formatWords[locale].rows(Object.keys(value).length) : '';
