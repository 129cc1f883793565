import type { PeopleView, ReportDimension, ReportKey, ReportView, UnitNames } from '../../../schemas/generated/api.ts';
import { commonWords } from '../i18n/common.ts';
import { formatPlainDate } from '../i18n/format.ts';
import { formatWords } from '../i18n/format-words.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { periodName } from '../i18n/period-name.ts';

/** What the keys and cells of a report stand for. */
export type ReportNames = {
  readonly people: PeopleView;
  readonly units: UnitNames;
  readonly names: ReportView['names'];
};

const PERIODS: ReadonlySet<string> = new Set(['week', 'month', 'quarter', 'year']);

/** Months and quarters share a column only as text. */
const PERIOD_ID = /^\d{4}-(?:0[1-9]|1[0-2]|Q[1-4]|W\d{2})$/;

export const isPeriodId = (key: ReportKey): boolean => typeof key === 'string' && PERIOD_ID.test(key);

/** A key as people read it: an option, a person, a unit, a process, a row, a period. */
export function keyText(dimension: ReportDimension, key: ReportKey, known: ReportNames, locale: Locale): string {
  if (key === null || key === '') return commonWords[locale].none;
  if (typeof key === 'boolean') return key ? formatWords[locale].yes : formatWords[locale].no;
  const id = String(key);
  const option = dimension.options?.find((each) => each.id === id);
  if (option) return pick(option.title, locale);
  if (PERIODS.has(dimension.type)) return periodName(id, locale);
  if (dimension.type === 'date') return formatPlainDate(id, locale);
  const words = known.names[id] ?? known.people[id]?.name ?? known.units[id];
  if (words !== undefined) return pick(words, locale);
  return isPeriodId(id) ? periodName(id, locale) : id;
}
