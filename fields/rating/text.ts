import { isAmount, type TextOf } from '../../site/src/fields/text-of.ts';
import { formatDecimal } from '../../site/src/i18n/format.ts';

export const ratingText: TextOf<'rating'> = (value, { locale }) =>
  isAmount(value) ? formatDecimal(value, locale) : '';
