import type {
  ReportDimension,
  ReportGroup,
  ReportKey,
  ReportMeasure,
  ReportPart,
  ReportView,
} from '../../../../schemas/generated/api.ts';
import { type Locale, pick } from '../../i18n/locale.ts';
import { isPeriodId, keyText } from '../names.ts';

/** A part and what its keys stand for; `open` shows the rows behind a number, without keys those of all groups. */
export type Drawing = {
  readonly part: ReportPart;
  readonly words: Pick<ReportView, 'people' | 'units' | 'names' | 'asOf'>;
  readonly open: (measure: string, keys: readonly ReportKey[] | undefined) => void;
};

/** The keys of a group from one dimension on, as people read them. */
export function keyTexts({ part, words }: Drawing, { keys }: Pick<ReportGroup, 'keys'>, locale: Locale) {
  return part.dimensions.map((dimension, at) => keyText(dimension, keys[at] ?? null, words, locale));
}

/** What a number is of, said aloud: 华东公司 / 2026 年 11 月. */
export const groupName = (drawing: Drawing, group: Pick<ReportGroup, 'keys'>, locale: Locale): string =>
  keyTexts(drawing, group, locale).join(' / ');

export const titleOf = ({ part }: Drawing, locale: Locale): string => pick(part.title ?? part.source.title, locale);

/** Measures that can share an axis with the first one, and those beside it. */
export function plotted({ measures }: Pick<ReportPart, 'measures'>): {
  readonly drawn: readonly ReportMeasure[];
  readonly beside: readonly ReportMeasure[];
} {
  const unit = measures[0]?.unit;
  return {
    drawn: measures.filter((measure) => measure.unit === unit),
    beside: measures.filter((measure) => measure.unit !== unit),
  };
}

const PERIODS: ReadonlySet<string> = new Set(['year', 'quarter', 'month', 'week', 'date']);
export const isPeriod = ({ type }: ReportDimension): boolean => PERIODS.has(type);

/** A key at the edge of a picture: periods as they are written, which is short. */
export const edgeText = (
  dimension: ReportDimension,
  key: ReportKey,
  words: Drawing['words'],
  locale: Locale,
): string =>
  (isPeriod(dimension) && key !== null) || isPeriodId(key) ? String(key) : keyText(dimension, key, words, locale);
