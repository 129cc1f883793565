import { plainText, type TextOf } from '../../site/src/fields/text-of.ts';
import { periodName } from '../../site/src/i18n/period-name.ts';

export const monthText: TextOf<'month'> = (value, { locale }) => periodName(plainText(value), locale);
