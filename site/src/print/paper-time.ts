import { civilDate } from '../i18n/civil.ts';
import { formatPlainDate, formatTime } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';

/** The local day of an instant, without the weekday that only a running case needs. */
export const paperDay = (at: string, zone: string, locale: Locale): string =>
  formatPlainDate(civilDate(Date.parse(at), zone), locale);

/** The same with its time: `2026-11-02 09:00`. */
export const paperTime = (at: string, zone: string, locale: Locale): string =>
  `${paperDay(at, zone, locale)} ${formatTime(at, zone)}`;
