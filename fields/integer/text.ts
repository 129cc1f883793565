import { isAmount, type TextOf } from '../../site/src/fields/text-of.ts';
import { formatInteger } from '../../site/src/i18n/format.ts';

export const integerText: TextOf<'integer'> = (value, { locale }) =>
  isAmount(value) ? formatInteger(value, locale) : '';
