type Words = string | { readonly 'zh-CN': string; readonly 'zh-TW'?: string; readonly en?: string };

export type HolidayEntry = { readonly name: Words; readonly from: string; readonly to: string };
export type MakeUpDayEntry = { readonly name: Words; readonly date: string };
export type CalendarYearEntry = {
  readonly status: 'official' | 'provisional';
  readonly source: { readonly title: Words; readonly number?: string; readonly date?: string };
  readonly off: readonly HolidayEntry[];
  readonly on: readonly MakeUpDayEntry[];
};

/** A working calendar as written, after it passed `schemas/calendar.schema.json`. */
export type CalendarDocument = {
  readonly format: 'calendar/v1';
  readonly id: string;
  readonly title: Words;
  readonly zone: string;
  /** Minutes east of UTC. */
  readonly offset: number;
  /** Spans of a working day, `['09:00', '12:00']`; the schema holds each to two times. */
  readonly hours: readonly (readonly string[])[];
  /** By year, `2026`. */
  readonly years: Readonly<Record<string, CalendarYearEntry>>;
};
