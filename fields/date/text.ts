import { plainText, type TextOf } from '../../site/src/fields/text-of.ts';
import { formatDate, formatPlainDate } from '../../site/src/i18n/format.ts';

export const dateText: TextOf<'date'> = (value, { locale, compact }) =>
  (compact === true ? formatPlainDate : formatDate)(plainText(value), locale);
