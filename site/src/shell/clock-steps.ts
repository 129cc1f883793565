import { addDays, civilDate, instantOf } from '../i18n/civil.ts';

const FRIDAY = 5;

export const oneDayOn = (now: number): number => now + 86_400_000;

/** The first Friday, 09:00 in the zone, that lies ahead of now. */
export function nextFriday(now: number, zone: string): number {
  const today = civilDate(now, zone);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const friday = addDays(today, (FRIDAY - weekday + 7) % 7);
  const morning = instantOf(friday, '09:00', zone);
  return morning > now ? morning : instantOf(addDays(friday, 7), '09:00', zone);
}
