import { addWorkingDays, type Calendar } from '../calendar/index.ts';
import type { Instant } from '../shared/brand.ts';
import { addDays, civilDateOf } from '../shared/civil-date.ts';
import type { Duty } from './duty.ts';

/** Days and working days count from the day of the deadline and mean the beginning of work; hours are hours. */
export type ReminderSpan = { readonly count: number; readonly unit: 'd' | 'wd' | 'h' };

const SPAN = /^([1-9]\d{0,2})(d|wd|h)$/;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Reads `3d`, `1wd`, `4h`. */
export function parseReminderSpan(text: string): ReminderSpan | undefined {
  const [, digits, unit] = SPAN.exec(text) ?? [];
  if (unit !== 'd' && unit !== 'wd' && unit !== 'h') return undefined;
  return { count: Number(digits), unit };
}

/** When the missing are reminded, earliest first: level n is the n-th of them. None comes before the duty opens. */
export function reminderMoments(duty: Duty, opens: Instant, due: Instant, calendar: Calendar): readonly Instant[] {
  const before = duty.remind.map(({ count, unit }) => awayFrom(due, 0 - count, unit, calendar));
  const after = duty.overdue.flatMap(({ after: { count, unit }, times }) =>
    Array.from({ length: times }, (_, n) => awayFrom(due, count * (n + 1), unit, calendar)),
  );
  return [...new Set([...before, ...after])].filter((at) => at > opens).sort();
}

/**
 * What is to be done about reminders at a moment: the level that is due and was not sent (of several that were missed
 * only the last, so that a late look reminds once), and when the next one comes.
 *
 * @param sent the last level sent, 0 for none.
 */
export function remindersAt(
  moments: readonly Instant[],
  sent: number,
  now: Instant,
): { readonly level?: number; readonly next?: Instant } {
  const passed = moments.filter((at) => at <= now).length;
  const next = moments[Math.max(passed, sent)];
  return { ...(passed > sent ? { level: passed } : {}), ...(next === undefined ? {} : { next }) };
}

/** The day of a deadline at midnight is the one that ended then. */
function awayFrom(due: Instant, count: number, unit: ReminderSpan['unit'], calendar: Calendar): Instant {
  if (unit === 'h') return moved(due, count * HOUR);
  const day = civilDateOf(moved(due, -1), calendar.offset);
  const date = unit === 'wd' ? addWorkingDays(day, count, calendar) : addDays(day, count);
  const midnight = Date.parse(`${date}T00:00:00Z`) - calendar.offset * MINUTE;
  return new Date(midnight + (calendar.hours[0]?.from ?? 0) * MINUTE).toISOString() as Instant;
}

const moved = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) + milliseconds).toISOString() as Instant;
