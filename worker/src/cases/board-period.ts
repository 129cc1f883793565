import { addMonths, type CivilDate, firstDayOfMonth, firstDayOfQuarter } from '#engine';

/** Periods that a board shows: the one a day is in, up to that day, or the last months, of which its own is one. */
export const BOARD_PERIODS = ['month', 'quarter', 'year', 'last-3-months', 'last-12-months'] as const;
export type BoardPeriod = (typeof BOARD_PERIODS)[number];

const firstDays: Readonly<Record<BoardPeriod, (month: CivilDate) => CivilDate | undefined>> = {
  month: (month) => month,
  quarter: firstDayOfQuarter,
  year: (month) => addMonths(month, 1 - Number(month.slice(5, 7))),
  'last-3-months': (month) => addMonths(month, -2),
  'last-12-months': (month) => addMonths(month, -11),
};

/** The months of a period that ends with a day, oldest first. */
export function monthsOf(period: BoardPeriod, day: CivilDate): readonly string[] {
  const last = firstDayOfMonth(day);
  const first = firstDays[period](last) ?? last;
  const months: string[] = [];
  for (let at: CivilDate | undefined = first; at !== undefined && at <= last; at = addMonths(at, 1))
    months.push(at.slice(0, 7));
  return months;
}
