import { addWorkingDays, type Calendar } from '../calendar/calendar.ts';
import type { CivilDate } from '../shared/brand.ts';
import { addDays, parseCivilDate, yearOf } from '../shared/civil-date.ts';

/** `today + 5wd`: where it counts from (`today` or the path of a date), and days or working days of the calendar. */
export type DateRuleParts = { readonly from: string; readonly count: number; readonly unit: 'd' | 'wd' };

const RULE = /^([a-z][\w.-]*?)(?: ([+-]) (\d{1,4})(d|wd))?$/i;
/** As many working days as the calendar counts in one go. */
const MOST_WORKING_DAYS = 2500;

/** Undefined when the text is no date rule, or counts more than 2500 working days. */
export function parseDateRule(text: string): DateRuleParts | undefined {
  const [, from, sign, digits = '0', unit] = RULE.exec(text) ?? [];
  if (from === undefined) return undefined;
  const count = sign === '-' ? 0 - Number(digits) : Number(digits);
  if (unit !== 'wd') return { from, count, unit: 'd' };
  return Math.abs(count) > MOST_WORKING_DAYS ? undefined : { from, count, unit };
}

/** The day the rule stands for; undefined when `from` is no date, or so near 0001 or 9999 that the count may leave them. */
export function resolveDateRule(rule: DateRuleParts, from: unknown, calendar: Calendar): CivilDate | undefined {
  const start = typeof from === 'string' ? parseCivilDate(from) : undefined;
  if (start === undefined || yearOf(start) < 100 || yearOf(start) > 9900) return undefined;
  return rule.unit === 'd' ? addDays(start, rule.count) : addWorkingDays(start, rule.count, calendar);
}
