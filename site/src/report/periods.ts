import {
  addDays,
  addMonths,
  type CivilDate,
  firstDayOfMonth,
  firstDayOfQuarter,
  parseCivilDate,
  quarterOf,
  weekOf,
  yearOf,
} from '#engine';

export type DayPreset = 'monthEnd' | 'quarterEnd' | 'yearEnd';

/** The ends of the last month, quarter and year before a day. */
export function presetDays(today: string): Readonly<Record<DayPreset, string>> {
  const day = dayOf(today);
  return {
    monthEnd: addDays(firstDayOfMonth(day), -1),
    quarterEnd: addDays(firstDayOfQuarter(day), -1),
    yearEnd: `${yearOf(day) - 1}-12-31`,
  };
}

export type PeriodKind = 'year' | 'quarter' | 'month' | 'week';

/** How many periods after the present one are offered (plans reach ahead), and how many before it. */
const REACH = { year: [1, 5], quarter: [4, 12], month: [12, 24], week: [4, 52] } as const;
const WEEK = 7;

/** The periods to choose from around a day, latest first. */
export function periodsAround(kind: PeriodKind, today: string): readonly string[] {
  const [ahead, back] = REACH[kind];
  const day = dayOf(today);
  return Array.from({ length: ahead + 1 + back }, (_, at) => periodOf(kind, moved(kind, day, ahead - at)));
}

function moved(kind: PeriodKind, day: CivilDate, by: number): CivilDate {
  if (kind === 'week') return addDays(day, by * WEEK);
  const months = { year: 12, quarter: 3, month: 1 }[kind];
  return addMonths(firstDayOfMonth(day), by * months) ?? day;
}

function periodOf(kind: PeriodKind, day: CivilDate): string {
  if (kind === 'week') return weekOf(day);
  if (kind === 'month') return day.slice(0, 7);
  return kind === 'year' ? String(yearOf(day)) : `${yearOf(day)}-Q${quarterOf(day)}`;
}

/** @throws RangeError when the server names no day. */
function dayOf(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === undefined) throw new RangeError(`not a day: ${text}`);
  return day;
}
