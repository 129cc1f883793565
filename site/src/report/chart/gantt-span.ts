import { dayNumber, daysOf, monthsBetween } from './days.ts';
import type { DatedRow } from './rows-of.ts';

/** The days that a picture of rows covers: whole months, and the one that is looked at among them. */
export type TimeSpan = {
  /** Where a day stands, from 0 to 1; days are numbered. */
  readonly at: (day: number) => number;
  /** Months that are named, and where they begin. */
  readonly months: readonly { readonly month: string; readonly at: number }[];
};

const MOST_NAMED = 6;

export function spanOf(rows: readonly Pick<DatedRow, 'start' | 'end'>[], asOf: string): TimeSpan {
  const days = [asOf, ...rows.flatMap(({ start, end }) => [start ?? asOf, end ?? asOf])].toSorted();
  const [first = asOf, last = asOf] = [days[0], days.at(-1)];
  const months = monthsBetween(first, last);
  const start = dayNumber(`${first.slice(0, 7)}-01`);
  const end = dayNumber(daysOf(last.slice(0, 7)).at(-1) ?? last) + 1;
  const at = (day: number) => Math.min(1, Math.max(0, (day - start) / (end - start)));
  const step = Math.ceil(months.length / MOST_NAMED);
  return {
    at,
    months: months
      .filter((_, index) => index % step === 0)
      .map((month) => ({ month, at: at(dayNumber(`${month}-01`)) })),
  };
}
