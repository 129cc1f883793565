import { isAmount, type TextOf } from '../../site/src/fields/text-of.ts';
import { formatDecimal, formatMoney } from '../../site/src/i18n/format.ts';
import { formatWords } from '../../site/src/i18n/format-words.ts';
import { fromYuan } from './ten-thousand.ts';

/** 12.5 万元 where the field says so; English has no word for it and reads the whole amount. */
export const moneyText: TextOf<'money'> = (value, { locale }, { currency = 'CNY', unit }) => {
  if (!isAmount(value)) return '';
  const whole = formatMoney(value, locale, currency);
  if (unit !== 'tenThousand') return whole;
  return formatWords[locale].tenThousand(formatDecimal(fromYuan(String(value)), locale), currency, whole);
};
