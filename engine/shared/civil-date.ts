import type { Brand, CivilDate, Instant } from './brand.ts';

/** An ISO 8601 week: `2026-W48`. */
export type CivilWeek = Brand<string, 'CivilWeek'>;

const DATE_TEXT = /^\d{4}-\d\d-\d\d$/;
const WEEK_TEXT = /^\d{4}-W\d\d$/;
const TIME_TEXT = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Day numbers of 0001-01-01 and 9999-12-31. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

/** A real day of the years 0001 to 9999 written `YYYY-MM-DD`; undefined otherwise ("2026-02-29", "2026-2-1"). */
export function parseCivilDate(text: string): CivilDate | undefined {
  if (!DATE_TEXT.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? (text as CivilDate) : undefined;
}

export const isCivilDate = (value: unknown): value is CivilDate =>
  typeof value === 'string' && parseCivilDate(value) !== undefined;

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
/** 1 to 12. */
export const monthOf = (date: CivilDate): number => Number(date.slice(5, 7));
/** 1 to 4. */
export const quarterOf = (date: CivilDate): number => Math.ceil(monthOf(date) / 3);

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function dayNumber(date: CivilDate): number {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day with this number; undefined outside the years 0001 to 9999. Source: as `dayNumber`, civil_from_days. */
export function dateOfDayNumber(number: number): CivilDate | undefined {
  if (!Number.isInteger(number) || number < FIRST_DAY || number > LAST_DAY) return undefined;
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
}

function dateOf(number: number): CivilDate {
  const date = dateOfDayNumber(number);
  if (date === undefined) throw new RangeError('date outside the years 0001 to 9999');
  return date;
}

/** Throws RangeError when the result leaves the years 0001 to 9999. */
export const addDays = (date: CivilDate, days: number): CivilDate => dateOf(dayNumber(date) + days);

/** Whole days from one date to another; negative when the second is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

// 1970-01-01 was a Thursday, day 4.
const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** 1 Monday to 7 Sunday. */
export const weekday = (date: CivilDate): number => weekdayOf(dayNumber(date));

const dayInYear = (year: number, month: number, day: number): number =>
  dayNumber(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate);

/** The ISO week a day belongs to: the one whose Thursday it shares. */
export function weekOf(date: CivilDate): CivilWeek {
  const number = dayNumber(date);
  const thursday = number - weekdayOf(number) + 4;
  const year = yearOf(dateOf(thursday));
  const week = Math.floor((thursday - dayInYear(year, 1, 1)) / 7) + 1;
  return `${pad(year, 4)}-W${pad(week, 2)}` as CivilWeek;
}

/** An existing ISO week written `YYYY-Www`; undefined otherwise (week 53 of a year with 52). */
export function parseCivilWeek(text: string): CivilWeek | undefined {
  if (!WEEK_TEXT.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const week = Number(text.slice(6));
  // 28 December always lies in the last ISO week of its year.
  const last = year >= 1 ? Number(weekOf(`${pad(year, 4)}-12-28` as CivilDate).slice(6)) : 0;
  return week >= 1 && week <= last ? (text as CivilWeek) : undefined;
}

export const isCivilWeek = (value: unknown): value is CivilWeek =>
  typeof value === 'string' && parseCivilWeek(value) !== undefined;

/** Monday of the week. */
export function firstDayOfWeek(week: CivilWeek): CivilDate {
  // 4 January always lies in week 1.
  const january4 = dayInYear(Number(week.slice(0, 4)), 1, 4);
  return dateOf(january4 - weekdayOf(january4) + 1 + (Number(week.slice(6)) - 1) * 7);
}

/** Sunday of the week. Throws RangeError for the last week of 9999, which ends in the year 10000. */
export const lastDayOfWeek = (week: CivilWeek): CivilDate => addDays(firstDayOfWeek(week), 6);

export const firstDayOfMonth = (date: CivilDate): CivilDate => `${date.slice(0, 7)}-01` as CivilDate;
export const lastDayOfMonth = (date: CivilDate): CivilDate =>
  `${date.slice(0, 7)}-${pad(daysInMonth(yearOf(date), monthOf(date)), 2)}` as CivilDate;

export const firstDayOfQuarter = (date: CivilDate): CivilDate =>
  `${date.slice(0, 4)}-${pad(quarterOf(date) * 3 - 2, 2)}-01` as CivilDate;
export const lastDayOfQuarter = (date: CivilDate): CivilDate =>
  lastDayOfMonth(`${date.slice(0, 4)}-${pad(quarterOf(date) * 3, 2)}-01` as CivilDate);

/** The same day some months on or back, the last of its month where it has no such day; undefined outside 0001 to 9999. */
export function addMonths(date: CivilDate, count: number): CivilDate | undefined {
  const months = yearOf(date) * 12 + monthOf(date) - 1 + count;
  const year = Math.floor(months / 12);
  if (!(year >= 1 && year <= 9999)) return undefined;
  const month = months - year * 12 + 1;
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
}

/** The local day of an instant; the offset is minutes east of UTC (Asia/Shanghai: 480). */
export const civilDateOf = (instant: Instant, offsetMinutes: number): CivilDate =>
  dateOf(Math.floor((Date.parse(instant) + offsetMinutes * MINUTE_MS) / DAY_MS));

/** The instant of a local day and time, `HH:mm` or `HH:mm:ss`. Throws RangeError for any other time text. */
export function instantOf(date: CivilDate, time: string, offsetMinutes: number): Instant {
  if (!TIME_TEXT.test(time)) throw new RangeError(`not a time of day: ${time}`);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const minuteOfDay = hours * 60 + minutes - offsetMinutes;
  return new Date(dayNumber(date) * DAY_MS + minuteOfDay * MINUTE_MS + seconds * 1000).toISOString() as Instant;
}
