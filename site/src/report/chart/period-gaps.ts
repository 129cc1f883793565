import { addDays, parseCivilDate, weekOf } from '#engine';
import type { ReportKey } from '../../../../schemas/generated/api.ts';
import { weekDays } from '../../i18n/civil.ts';

const MOST = 120;

/**
 * All periods from the first to the last of some that are in order, those without a group too; undefined when the keys
 * are no periods, or not in their order.
 */
export function periodsFrom(type: string, keys: readonly (readonly ReportKey[])[]): readonly string[] | undefined {
  const next = NEXT[type];
  const held = keys.map((each) => (each.length === 1 ? String(each[0] ?? '') : ''));
  const [first, last] = [held[0], held.at(-1)];
  if (next === undefined || first === undefined || last === undefined) return undefined;
  const periods = [first];
  for (let at = first; at < last && periods.length < MOST; ) {
    at = next(at);
    periods.push(at);
  }
  const fits = periods.at(-1) === last && held.every((key) => periods.includes(key));
  return fits && held.every((key, at) => at === 0 || (held[at - 1] ?? '') < key) ? periods : undefined;
}

const following =
  (mark: string, most: number, digits: number) =>
  (period: string): string => {
    const [year = '', part = ''] = period.split('-');
    const number = Number(part.slice(mark.length));
    const [nextYear, nextPart] = number >= most ? [Number(year) + 1, 1] : [Number(year), number + 1];
    return `${nextYear}-${mark}${String(nextPart).padStart(digits, '0')}`;
  };

const WEEK = 7;

function weekAfter(week: string): string {
  const monday = parseCivilDate(weekDays(week)?.start ?? '');
  return monday === undefined ? week : weekOf(addDays(monday, WEEK));
}

const NEXT: Readonly<Record<string, (period: string) => string>> = {
  week: weekAfter,
  month: following('', 12, 2),
  quarter: following('Q', 4, 1),
  year: (period) => String(Number(period) + 1),
};
