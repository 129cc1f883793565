const DAY = 86_400_000;

const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const written = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Days since a fixed one, for places along a line of days. */
export const dayNumber = (date: string): number => Math.round(utc(date) / DAY);

/** `2026-12` moved on by months: `2027-01`. */
export function monthMoved(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number);
  return written(Date.UTC(year ?? 0, (number ?? 1) - 1 + by, 1)).slice(0, 7);
}

/** All months from that of one day to that of another. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const last = to.slice(0, 7);
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= last; month = monthMoved(month, 1)) months.push(month);
  return months;
}

/** The days of a month. */
export function daysOf(month: string): readonly string[] {
  const first = utc(`${month}-01`);
  const next = utc(`${monthMoved(month, 1)}-01`);
  return Array.from({ length: Math.round((next - first) / DAY) }, (_, at) => written(first + at * DAY));
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (date: string): number => ((new Date(utc(date)).getUTCDay() + 6) % 7) + 1;
