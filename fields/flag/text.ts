import type { TextOf } from '../../site/src/fields/text-of.ts';
import { formatWords } from '../../site/src/i18n/format-words.ts';

export const flagText: TextOf<'flag'> = (value, { locale }) =>
  value === true ? formatWords[locale].yes : formatWords[locale].no;
