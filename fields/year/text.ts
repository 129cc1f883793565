import { plainText, type TextOf } from '../../site/src/fields/text-of.ts';
import { periodName } from '../../site/src/i18n/period-name.ts';

export const yearText: TextOf<'year'> = (value, { locale }) => periodName(plainText(value), locale);
