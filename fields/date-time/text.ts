import { plainText, type TextOf } from '../../site/src/fields/text-of.ts';
import { formatDate, formatPlainDate } from '../../site/src/i18n/format.ts';
import { partsOf } from './parts.ts';

/** 2026-11-22 周日 08:30, Sun, 22 Nov 2026, 08:30. */
export const dateTimeText: TextOf<'dateTime'> = (value, { locale, compact }) => {
  const { date, time } = partsOf(plainText(value));
  const day = (compact === true ? formatPlainDate : formatDate)(date, locale);
  return `${day}${locale === 'en' ? ', ' : ' '}${time}`;
};
