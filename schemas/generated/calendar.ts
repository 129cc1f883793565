/* Generated from ../calendar.schema.json by `npm run generate`: change the schema instead. */
import type { CivilDateText, Id, TimeZone, Words } from './common.ts';
export type { CivilDateText, Id, TimeZone, Words } from './common.ts';

/**
 * Local time of day, HH:MM.
 */
export type DayTime = string;
/**
 * @minItems 2
 * @maxItems 2
 */
export type WorkingSpanTimes = DayTime[];
/**
 * Spans of a working day in order, each from and to.
 *
 * @minItems 1
 */
export type WorkingHours = WorkingSpanTimes[];
/**
 * official: a published notice; provisional: derived, to be replaced by the notice.
 */
export type YearStatus = 'official' | 'provisional';

/**
 * Working days and hours of one region, year by year.
 */
export interface CalendarDocument {
  format: 'calendar/v1';
  id: Id;
  title: Words;
  zone: TimeZone;
  /**
   * Minutes east of UTC; the zone keeps it all year.
   */
  offset: number;
  hours: WorkingHours;
  years: CalendarYears;
}
/**
 * Days that differ from Monday to Friday, by year. A year that is absent has weekends only and counts as provisional.
 */
export interface CalendarYears {
  [k: string]: CalendarYear;
}
export interface CalendarYear {
  status: YearStatus;
  source: CalendarSource;
  /**
   * Holidays, including weekends that fall inside them.
   */
  off: Holiday[];
  /**
   * Make-up working days (调休) on a weekend.
   */
  on: MakeUpDay[];
}
/**
 * What the days of the year rest on: the title, number and date of issue of a notice.
 */
export interface CalendarSource {
  title: Words;
  /**
   * Number of the notice.
   */
  number?: string;
  date?: CivilDateText;
}
/**
 * A run of days off, first and last day included.
 */
export interface Holiday {
  name: Words;
  from: CivilDateText;
  to: CivilDateText;
}
/**
 * A worked weekend day, with the holiday it makes up for.
 */
export interface MakeUpDay {
  name: Words;
  date: CivilDateText;
}
