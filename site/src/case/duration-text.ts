import { durationWords } from '../i18n/duration.ts';
import type { Locale } from '../i18n/locale.ts';

/** `2wd` in words: 2 个工作日; a weekday moment such as `monday 18:00` too. Text of another form stays as it is. */
export function durationText(duration: string, locale: Locale): string {
  const words = durationWords[locale];
  const [, count, unit] = /^(\d+)(wd|wh|d|h)$/.exec(duration) ?? [];
  if (unit === 'wd' || unit === 'wh' || unit === 'd' || unit === 'h') return words[unit](Number(count));
  const [, day, time] = /^([a-z]+)(?: (\d\d:\d\d))?$/.exec(duration) ?? [];
  return isWeekday(day) ? words.weekday(words.days[day], time) : duration;
}

type Weekday = keyof (typeof durationWords)['en']['days'];
const isWeekday = (day: string | undefined): day is Weekday =>
  day !== undefined && Object.hasOwn(durationWords.en.days, day);
