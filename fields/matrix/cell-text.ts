import type { MatrixField } from '../../schemas/generated/process.ts';
import { formatDecimal, formatInteger, formatMoney, formatPercent } from '../../site/src/i18n/format.ts';
import type { Locale } from '../../site/src/i18n/locale.ts';

type NumberKind = Exclude<MatrixField['cell'], 'choice'>;

const FORMATS: { readonly [K in NumberKind]: (value: string, locale: Locale) => string } = {
  integer: formatInteger,
  decimal: formatDecimal,
  money: formatMoney,
  percent: formatPercent,
};

export const cellField = ({ cell }: MatrixField): NumberKind => (cell === 'choice' ? 'integer' : cell);

/** One number of a matrix as it reads; empty when there is none. */
export const cellText = (kind: NumberKind, value: unknown, locale: Locale): string =>
  typeof value === 'string' || typeof value === 'number' ? FORMATS[kind](String(value), locale) : '';
