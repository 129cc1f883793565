import { fail, ok, type Result } from '../shared/result.ts';
import { isWeekdayName, type WeekdayName } from './weekday.ts';

/** `d` calendar days, `wd` working days, `h` hours, `wh` hours inside the working hours of working days. */
export type DurationUnit = 'd' | 'wd' | 'h' | 'wh';

/** A length of time that names its calendar, or the next such weekday moment; without `time` the end of that day. */
export type Duration =
  | { readonly unit: DurationUnit; readonly count: number }
  | { readonly unit: 'weekday'; readonly weekday: WeekdayName; readonly time?: string };

export type DurationFault =
  | { readonly code: 'duration-syntax'; readonly text: string }
  | { readonly code: 'duration-range'; readonly text: string; readonly most: number }
  | { readonly code: 'duration-weekday'; readonly text: string }
  | { readonly code: 'duration-time'; readonly text: string };

const COUNTED = /^(\d{1,4})(d|wd|h|wh)$/;
const MOMENT = /^([a-z]+day)(?: (\S+))?$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** A year of each unit, with working days of eight hours. */
const MOST: Readonly<Record<DurationUnit, number>> = { d: 366, wd: 366, h: 8784, wh: 2928 };

/** Reads `3d`, `3wd`, `4h`, `4wh`, `friday 18:00` or `monday`: whole numbers from 1 up to about a year, 24-hour times. */
export function parseDuration(text: string): Result<Duration, DurationFault> {
  const [, digits, unit] = COUNTED.exec(text) ?? [];
  if (digits !== undefined && isUnit(unit)) return counted(text, Number(digits), unit);
  const [, weekday, time] = MOMENT.exec(text) ?? [];
  if (weekday === undefined) return fail({ code: 'duration-syntax', text });
  return moment(text, weekday, time);
}

function counted(text: string, count: number, unit: DurationUnit): Result<Duration, DurationFault> {
  const most = MOST[unit];
  return count < 1 || count > most ? fail({ code: 'duration-range', text, most }) : ok({ unit, count });
}

function moment(text: string, weekday: string, time: string | undefined): Result<Duration, DurationFault> {
  if (!isWeekdayName(weekday)) return fail({ code: 'duration-weekday', text });
  if (time === undefined) return ok({ unit: 'weekday', weekday });
  return TIME.test(time) ? ok({ unit: 'weekday', weekday, time }) : fail({ code: 'duration-time', text });
}

function isUnit(text: string | undefined): text is DurationUnit {
  return text !== undefined && Object.hasOwn(MOST, text);
}
