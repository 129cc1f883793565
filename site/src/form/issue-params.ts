import type { IssueCode, IssueParams } from '#engine';
import { TEN_THOUSAND_ZEROS } from '../../../fields/money/ten-thousand.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import { fieldText } from '../i18n/field-text.ts';
import { formatDate, formatDecimal } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { periodName } from '../i18n/period-name.ts';
import type { PlacedIssue } from './issue-places.ts';

const DATE = /^\d{4}-\d\d-\d\d$/;
const PERIOD = /^\d{4}-(?:\d\d|Q\d)$/;
const NUMBER = /^-?\d{4,}(\.\d+)?$/;

/** Text that is no value of its kind yet: what should stand there instead. */
const UNREAD: { readonly [K in Field['type']]?: IssueCode } = {
  date: 'not-a-date',
  dateRange: 'not-a-date',
  time: 'not-a-time',
  dateTime: 'not-a-date-time',
  month: 'not-a-month',
  quarter: 'not-a-quarter',
  week: 'not-a-week',
};

/** What is wrong, as the kind of the control says it. */
export const codeOf = <C extends PlacedIssue['code']>(code: C, type: Field['type'] | undefined): C | IssueCode =>
  code === 'wrong-type' && type !== undefined ? (UNREAD[type] ?? code) : code;

/** Limits as people read them: 1,000,000, 2026-12-01 周二, 2026 年 11 月, and 50 万元 where the box is in 万元. */
export function readableParams(
  { code, params }: Pick<PlacedIssue, 'code' | 'params'>,
  field: Field | undefined,
  locale: Locale,
): IssueParams {
  const inTenThousands = field?.type === 'money' && field.unit === 'tenThousand' ? field : undefined;
  const show = (value: string | number): string | number => {
    const text = String(value);
    if (inTenThousands && code === 'too-precise') return Number(value) + TEN_THOUSAND_ZEROS;
    if (inTenThousands && code === 'out-of-range') return fieldText(inTenThousands, text, { locale, people: {} });
    if (DATE.test(text)) return formatDate(text, locale);
    if (PERIOD.test(text)) return periodName(text, locale);
    return field?.type !== 'year' && NUMBER.test(text) ? formatDecimal(text, locale) : value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, show(value)]));
}
