import type { ReportMeasure } from '../../../schemas/generated/api.ts';
import { formatPercent } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import type { reportWords } from '../i18n/report.ts';
import { numberText } from './chart/number-text.ts';

type Words = (typeof reportWords)[Locale];

/** From where on an indicator is good or fair, in words; undefined when it has no limits. */
export function indicatorLimits({ unit, indicator }: ReportMeasure, words: Words, locale: Locale): string | undefined {
  const { good, fair, direction } = indicator ?? {};
  if (direction === undefined) return undefined;
  const at = (limit: string) =>
    words.limits[direction](unit === 'percent' ? formatPercent(limit, locale) : numberText(unit, limit, locale));
  const said = [
    ...(good === undefined ? [] : [`${words.good} ${at(good)}`]),
    ...(fair === undefined ? [] : [`${words.fair} ${at(fair)}`]),
  ];
  return said.length === 0 ? undefined : said.join(locale === 'en' ? ', ' : '，');
}
