import { isAmount, type TextOf } from '../../site/src/fields/text-of.ts';
import { formatMoney } from '../../site/src/i18n/format.ts';

export const moneyText: TextOf<'money'> = (value, { locale }, { currency }) =>
  isAmount(value) ? formatMoney(value, locale, currency) : '';
