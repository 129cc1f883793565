import type { PeopleView, SummaryField, UnitNames } from '../../../schemas/generated/api.ts';
import {
  formatDate,
  formatDateRange,
  formatDecimal,
  formatInteger,
  formatMoney,
  formatPercent,
  formatPlainDate,
  formatWeek,
} from './format.ts';
import { formatWords } from './format-words.ts';
import { type Locale, pick } from './locale.ts';

export type AnyField = SummaryField['field'];

export interface TextContext {
  readonly locale: Locale;
  readonly people: PeopleView;
  /** Titles of units; one that is missing shows its id. */
  readonly units?: UnitNames;
  /** Dates without their weekday, for narrow columns. */
  readonly compact?: boolean;
}

/** Kinds whose values line up at their decimal point. */
const numeric: ReadonlySet<AnyField['type']> = new Set(['integer', 'decimal', 'money', 'percent', 'rating']);
export const isNumeric = (field: AnyField): boolean => numeric.has(field.type);

const isAmount = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (isAmount(value) ? String(value) : '');

function optionText(field: Extract<AnyField, { options: unknown }>, id: unknown, locale: Locale): string {
  const option = Array.isArray(field.options) ? field.options.find((one) => one.id === id) : undefined;
  return option === undefined ? textOf(id) : pick(option.title, locale);
}

function personText(id: unknown, { locale, people }: TextContext): string {
  const person = people[textOf(id)];
  return person === undefined ? textOf(id) : pick(person.name, locale);
}

function rangeText(value: unknown, locale: Locale): string {
  if (!isRecord(value)) return '';
  const { start, end } = value;
  const ends = { ...(typeof start === 'string' && { start }), ...(typeof end === 'string' && { end }) };
  return formatDateRange(ends, locale);
}

function listText(values: unknown, one: (value: unknown) => string, locale: Locale): string {
  return Array.isArray(values) ? values.map(one).join(formatWords[locale].listMark) : '';
}

/** A stored value as one line of text, as the kind of its field reads; empty when there is no value. */
export function fieldText(field: AnyField, value: unknown, context: TextContext): string {
  if (value === undefined || value === null || value === '') return '';
  const { locale } = context;
  const words = formatWords[locale];
  switch (field.type) {
    case 'money':
      return isAmount(value) ? formatMoney(value, locale, field.currency) : '';
    case 'percent':
      return isAmount(value) ? formatPercent(value, locale) : '';
    case 'integer':
      return isAmount(value) ? formatInteger(value, locale) : '';
    case 'decimal':
    case 'rating':
      return isAmount(value) ? formatDecimal(value, locale) : '';
    case 'flag':
      return value === true ? words.yes : words.no;
    case 'choice':
      return optionText(field, value, locale);
    case 'choices':
      return listText(value, (id) => optionText(field, id, locale), locale);
    case 'date':
      return (context.compact === true ? formatPlainDate : formatDate)(textOf(value), locale);
    case 'dateRange':
      return rangeText(value, locale);
    case 'week':
      return formatWeek(textOf(value), locale);
    case 'person':
      return personText(value, context);
    case 'people':
      return listText(value, (id) => personText(id, context), locale);
    case 'files':
      return Array.isArray(value) ? words.files(value.length) : '';
    case 'table':
      return Array.isArray(value) ? words.rows(value.length) : '';
    case 'unit': {
      const title = context.units?.[textOf(value)];
      return title === undefined ? textOf(value) : pick(title, locale);
    }
    case 'text':
    case 'longText':
    case 'reference':
      return textOf(value);
  }
}
