const DAY = 86_400_000;

/** The local civil date of an instant in a zone, `YYYY-MM-DD`. */
export function civilDate(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(at);
}

/** Whole days from one civil date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** How far the clock of a zone is ahead of UTC at an instant, in minutes (480 in Shanghai). */
function zoneOffset(at: number, zone: string): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name ?? 'GMT') ?? [];
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The instant of a wall-clock time in a zone, in milliseconds. */
export function instantOf(date: string, time: string, zone: string): number {
  const utc = Date.parse(`${date}T${time}:00Z`);
  return utc - zoneOffset(utc - zoneOffset(utc, zone) * 60_000, zone) * 60_000;
}

/** The Monday and Sunday of an ISO week such as `2026-W48`; undefined for any other text. */
export function weekDays(week: string): { start: string; end: string } | undefined {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(week) ?? [];
  if (year === undefined) return undefined;
  const fourth = `${year}-01-04`;
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  const start = addDays(fourth, (Number(number) - 1) * 7 - weekday);
  return { start, end: addDays(start, 6) };
}
