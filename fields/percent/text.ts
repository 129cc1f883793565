import { isAmount, type TextOf } from '../../site/src/fields/text-of.ts';
import { formatPercent } from '../../site/src/i18n/format.ts';

export const percentText: TextOf<'percent'> = (value, { locale }) =>
  isAmount(value) ? formatPercent(value, locale) : '';
