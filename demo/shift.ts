import { addDays, type CivilDate, firstDayOfWeek, isCivilDate, isCivilWeek, parseCivilDate, weekOf } from '#engine';

/** Days a story is moved by; whole weeks, so that weekdays stay. */
export type Shift = { readonly days: number };

/** From the day a story was written for to the day it is told on. */
export const shiftBetween = (from: CivilDate, to: CivilDate): Shift => ({
  days: 7 * Math.round((Date.parse(to) - Date.parse(from)) / (7 * 86_400_000)),
});

/** A value of a form with everything in it that is a date or a period moved; texts that only contain dates stay. */
export function shifted(value: unknown, shift: Shift): unknown {
  if (typeof value === 'string') return shiftedText(value, shift.days);
  if (Array.isArray(value)) return value.map((item) => shifted(item, shift));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shifted(item, shift)]));
}

const MONTH = /^\d{4}-\d{2}$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2})$/;

function shiftedText(text: string, days: number): string {
  if (isCivilDate(text)) return addDays(text, days);
  if (isCivilWeek(text)) return weekOf(addDays(firstDayOfWeek(text), days));
  const [, date = '', time = ''] = DATE_TIME.exec(text) ?? [];
  if (isCivilDate(date)) return `${addDays(date, days)}${time}`;
  if (MONTH.test(text)) return middle(`${text}-15`, days).slice(0, 7);
  const [, year, quarter] = QUARTER.exec(text) ?? [];
  if (year !== undefined) {
    const moved = middle(`${year}-${String(Number(quarter) * 3 - 1).padStart(2, '0')}-15`, days);
    return `${moved.slice(0, 4)}-Q${Math.ceil(Number(moved.slice(5, 7)) / 3)}`;
  }
  return text;
}

function middle(text: string, days: number): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return addDays(date, days);
}
