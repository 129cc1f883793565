import { addDays, civilDate, daysBetween, weekDays } from './civil.ts';
import { formatWords } from './format-words.ts';
import type { Locale } from './locale.ts';

/**
 * Dates, times and numbers as people read them. Nothing here reads a clock or the zone of the machine: instants come
 * with the zone of the workspace, decimals stay text (`Intl` formats decimal text exactly, without a float).
 */

/** Made when first used: the first formatter of a page costs it several milliseconds. */
const memo = <T>(make: (locale: Locale, key: string) => T) => {
  const made = new Map<string, T>();
  return (locale: Locale, key: string): T => {
    const id = `${locale} ${key}`;
    const known = made.get(id) ?? make(locale, key);
    made.set(id, known);
    return known;
  };
};

const weekdayOf = memo((locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }));
const clockOf = memo(
  (_, zone) =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone, hourCycle: 'h23' }),
);
const englishDay = memo(() => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }));
const englishDate = memo(
  () => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
);

const isCivil = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** `2026-11-22 周日`, `2026-11-22 週日`, `Sun, 22 Nov 2026`. Text that is no civil date comes back as it is. */
export function formatDate(date: string, locale: Locale): string {
  if (!isCivil(date)) return date;
  const weekday = weekdayOf(locale, '').format(utc(date));
  return locale === 'en' ? `${weekday}, ${englishDate('en', '').format(utc(date))}` : `${date} ${weekday}`;
}

/** A date without its weekday, for narrow columns: `2026-11-22`, `22 Nov 2026`. */
export const formatPlainDate = (date: string, locale: Locale): string =>
  isCivil(date) && locale === 'en' ? englishDate('en', '').format(utc(date)) : date;

export const formatTime = (at: string | number, zone: string): string => clockOf('en', zone).format(new Date(at));

/** `2026-11-22 周日 18:00`, `Sun, 22 Nov 2026, 18:00`. */
export function formatInstant(at: string | number, zone: string, locale: Locale): string {
  const date = formatDate(civilDate(new Date(at).getTime(), zone), locale);
  return `${date}${locale === 'en' ? ', ' : ' '}${formatTime(at, zone)}`;
}

/** How long ago, in the words one would use: 刚刚, 5 分钟前, 今天 09:30, 昨天 18:00, 11-20 18:00, 2025-12-31. */
export function formatSince(at: string, now: number, zone: string, locale: Locale): string {
  const words = formatWords[locale];
  const then = Date.parse(at);
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes >= 0 && minutes < 1) return words.justNow;
  if (minutes >= 0 && minutes < 60) return words.minutesAgo(minutes);
  const date = civilDate(then, zone);
  const today = civilDate(now, zone);
  const time = formatTime(at, zone);
  const days = daysBetween(date, today);
  if (days === 0) return words.todayAt(time);
  if (days === 1) return words.yesterdayAt(time);
  if (date.slice(0, 4) !== today.slice(0, 4)) return formatPlainDate(date, locale);
  return `${locale === 'en' ? englishDay('en', '').format(utc(date)) : date.slice(5)} ${time}`;
}

export type DueTone = 'calm' | 'near' | 'late';
export interface DueText {
  readonly text: string;
  readonly tone: DueTone;
}

/** A deadline at midnight belongs to the day that ends there. */
function dueDay(at: number, zone: string): { date: string; time: string | undefined } {
  const time = formatTime(at, zone);
  const date = civilDate(at, zone);
  return time === '00:00' ? { date: addDays(date, -1), time: undefined } : { date, time };
}

/** A deadline in calendar days from now: 还剩 3 天, 明天到期, 今天 18:00 到期, 已逾期 2 天. */
export function formatDue(due: { readonly at: string }, now: number, zone: string, locale: Locale): DueText {
  const words = formatWords[locale];
  const at = Date.parse(due.at);
  const { date, time } = dueDay(at, zone);
  const days = daysBetween(civilDate(now, zone), date);
  if (now >= at) return { text: days >= 0 ? words.lateToday : words.lateDays(-days), tone: 'late' };
  if (days <= 0) return { text: time === undefined ? words.dueToday : words.dueTodayAt(time), tone: 'near' };
  if (days === 1) return { text: time === undefined ? words.dueTomorrow : words.dueTomorrowAt(time), tone: 'near' };
  return { text: words.daysLeft(days), tone: 'calm' };
}

/** The deadline itself, in full; midnight is written as the day it ends. */
export function formatDeadline(at: string, zone: string, locale: Locale): string {
  const { date, time } = dueDay(Date.parse(at), zone);
  if (time === undefined) return formatWords[locale].endOf(formatDate(date, locale));
  return `${formatDate(date, locale)} ${time}`;
}

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

const grouped = memo(
  (locale, digits) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: Number(digits), maximumFractionDigits: Number(digits) }),
);

/** With thousands marks, a true minus sign, every digit the text has, and at least `digits` after the point. */
function groupedText(text: `${number}`, locale: Locale, digits: number): string {
  const given = text.split('.')[1]?.length ?? 0;
  return grouped(locale, String(Math.max(given, digits)))
    .format(text)
    .replace('-', '−');
}

/** Decimal text as it is read: `"1234567.50"` is `1,234,567.50`. What is no decimal comes back as it is. */
export function formatDecimal(value: string | number, locale: Locale): string {
  const text = String(value);
  return isDecimal(text) ? groupedText(text, locale, 0) : text;
}

const counted = memo((locale) => new Intl.NumberFormat(locale, { useGrouping: 'min2' }));

/** A whole number: `12,000`, but `2026` without a mark, for it may be a year. What is no number comes back as it is. */
export function formatInteger(value: string | number, locale: Locale): string {
  const text = String(value);
  return isDecimal(text) ? counted(locale, '').format(text).replace('-', '−') : text;
}

/** The same in every language, so that no two currencies share a sign. */
const signs: Readonly<Record<string, string>> = { CNY: '¥', TWD: 'NT$', USD: 'US$' };

/** Money as decimal text: `"1200"` in CNY is `¥1,200.00`. The currency is the field's, CNY when it names none. */
export function formatMoney(value: string | number, locale: Locale, currency = 'CNY'): string {
  const text = String(value);
  if (!isDecimal(text)) return text;
  const amount = groupedText(text, locale, 2);
  const sign = signs[currency] ?? `${currency} `;
  return amount.startsWith('−') ? `−${sign}${amount.slice(1)}` : `${sign}${amount}`;
}

/** `"12.5"` is `12.5%`: a percent field holds the number people write before the sign. */
export const formatPercent = (value: string | number, locale: Locale): string => `${formatDecimal(value, locale)}%`;

/** `2026-12-01 — 2026-12-14`; a range that is not complete shows the end that is known. */
export function formatDateRange(range: { readonly start?: string; readonly end?: string }, locale: Locale): string {
  const ends = [range.start, range.end].filter((date) => date !== undefined);
  return ends.map((date) => formatPlainDate(date, locale)).join(' — ');
}

/** `2026-W48` is `2026 年第 48 周（11-23 至 11-29）`. */
export function formatWeek(week: string, locale: Locale): string {
  const days = weekDays(week);
  if (days === undefined) return week;
  const ends = [days.start, days.end] as const;
  const [start, end] =
    locale === 'en' ? ends.map((date) => englishDay('en', '').format(utc(date))) : ends.map((d) => d.slice(5));
  return formatWords[locale].week(week.slice(0, 4), Number(week.slice(6)), `${start}`, `${end}`);
}

/** `1.2 MB` in steps of 1024. */
export function formatSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const amount = bytes / 1024 ** step;
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[step] ?? 'B'}`;
}
