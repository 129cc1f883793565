import { plainText, type TextOf } from '../../site/src/fields/text-of.ts';
import { formatWeek } from '../../site/src/i18n/format.ts';

export const weekText: TextOf<'week'> = (value, { locale }) => formatWeek(plainText(value), locale);
