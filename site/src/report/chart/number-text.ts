import { fromYuan } from '../../../../fields/money/ten-thousand.ts';
import type { ReportMeasure } from '../../../../schemas/generated/api.ts';
import type { MeasureUnit } from '../../../../schemas/generated/report.ts';
import { formatPercent } from '../../i18n/format.ts';
import { type Locale, pick } from '../../i18n/locale.ts';
import { chartWords } from '../../i18n/report-chart.ts';

type Places = readonly [least: number, most: number];

/** Digits after the point that are read: money and shares always the same, so that they stand under each other. */
const PLACES: Readonly<Record<MeasureUnit, Places>> = {
  number: [0, 2],
  percent: [1, 1],
  yuan: [2, 2],
  tenThousandYuan: [2, 2],
  pieces: [0, 0],
  cases: [0, 0],
  people: [0, 0],
  days: [0, 1],
  hours: [0, 1],
  points: [0, 1],
};
const WHOLE: Places = [0, 0];

const made = new Map<string, Intl.NumberFormat>();

function rounded(text: string, [least, most]: Places, locale: Locale): string {
  const id = `${locale} ${least} ${most}`;
  const format =
    made.get(id) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
  made.set(id, format);
  const said = format.format(text as `${number}`).replace('-', '−');
  return /[1-9]/.test(said) ? said : said.replace('−', '');
}

/** Ten thousands have a word in Chinese only; English reads the whole amount. */
const inTenThousands = (unit: MeasureUnit, locale: Locale): boolean => unit === 'tenThousandYuan' && locale !== 'en';

function written(unit: MeasureUnit, value: string, places: Places, locale: Locale): string {
  if (unit === 'percent') return formatPercent(rounded(value, places, locale), locale);
  if (inTenThousands(unit, locale)) return rounded(fromYuan(value), places, locale);
  return rounded(value, unit === 'tenThousandYuan' ? WHOLE : places, locale);
}

/**
 * A number without its unit: `1,234.50`, `12.5%`, with at least so many digits after the point.
 * Decimals stay text all the way.
 */
export function bareText(unit: MeasureUnit, value: string, locale: Locale, least = 0): string {
  const [usual, most] = PLACES[unit];
  return written(unit, value, [Math.max(usual, least), most], locale);
}

type Valued = { readonly values: Readonly<Record<string, string | null>> };

/** Digits after the point that the numbers of a column need, so that they stand under each other. */
export function placesIn({ id, unit }: Pick<ReportMeasure, 'id' | 'unit'>, groups: readonly Valued[]): number {
  const [least, most] = PLACES[unit];
  if (least === most) return least;
  const digits = groups.map(({ values }) => rounded(values[id] ?? '0', [least, most], 'en').split('.')[1] ?? '');
  return Math.max(least, ...digits.map(({ length }) => length));
}

/** A round number of a scale, without needless zeros: `200`, `50%`. */
export const roundText = (unit: MeasureUnit, value: string, locale: Locale): string =>
  written(unit, value, [0, 3], locale);

type Named = Exclude<MeasureUnit, 'number' | 'percent' | 'cases'>;

const isNamed = (unit: MeasureUnit): unit is Named => unit !== 'number' && unit !== 'percent' && unit !== 'cases';

/** The name of a unit that is said apart from the number. */
export const unitText = (unit: MeasureUnit, locale: Locale): string =>
  isNamed(unit) ? chartWords[locale].units[unit] : '';

/** A number as it is read on its own: `123.45 万元`, `12 天`, `¥1,200.00`. */
export const numberText = (unit: MeasureUnit, value: string, locale: Locale): string =>
  withUnit(unit, bareText(unit, value, locale), locale);

/** A limit or target with its unit, without needless zeros. */
export const limitText = (unit: MeasureUnit, value: string, locale: Locale): string =>
  withUnit(unit, roundText(unit, value, locale), locale);

function withUnit(unit: MeasureUnit, bare: string, locale: Locale): string {
  if (unit === 'yuan' || (unit === 'tenThousandYuan' && locale === 'en')) {
    return bare.startsWith('−') ? `−¥${bare.slice(1)}` : `¥${bare}`;
  }
  if (unit === 'cases') return chartWords[locale].cases(bare);
  const name = locale === 'en' && bare === '1' ? ONE[unit] : undefined;
  const said = name ?? unitText(unit, locale);
  return said === '' ? bare : `${bare} ${said}`;
}

/** What one of them is called in English. */
const ONE: Readonly<Partial<Record<MeasureUnit, string>>> = {
  people: 'person',
  days: 'day',
  points: 'point',
  pieces: 'pc',
};

/** The heading of a column of bare numbers: 预算（万元）. */
export const headText = ({ title, unit }: Pick<ReportMeasure, 'title' | 'unit'>, locale: Locale): string =>
  inUnit(pick(title, locale), unit, locale);

/** Words with the unit that the numbers under them have. */
export function inUnit(words: string, unit: MeasureUnit, locale: Locale): string {
  if (unit === 'cases') return chartWords[locale].inCases(words);
  const name = unitText(unit, locale);
  return name === '' ? words : chartWords[locale].in(words, name);
}
