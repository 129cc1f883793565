import { describe, expect, test } from 'vitest';
import { reminderMoments, remindersAt } from '../../../engine/duty/reminders.ts';
import { type DutyRecord, standingOf } from '../../../engine/duty/standing.ts';
import { beijing, calendar } from '../calendar/cn-work.ts';
import { dutyOf } from './duties.ts';

const record: DutyRecord = { due: beijing('2026-11-04 00:00'), closes: beijing('2026-11-16 00:00'), excused: false };
const { closes: _, ...neverCloses } = record;

describe('a duty stands as', () => {
  test.for([
    ['open', {}, '2026-11-03 23:59'],
    ['overdue', {}, '2026-11-04 00:00'],
    ['overdue', {}, '2026-11-15 23:59'],
    ['missed', {}, '2026-11-16 00:00'],
    ['filed', { filedAt: beijing('2026-11-03 23:59') }, '2026-12-01 09:00'],
    ['late', { filedAt: beijing('2026-11-04 00:00') }, '2026-12-01 09:00'],
    ['missed', { endedAt: beijing('2026-11-03 09:00') }, '2026-11-03 10:00'],
    ['excused', { excused: true }, '2026-11-03 10:00'],
    ['excused', { excused: true, endedAt: beijing('2026-11-16 00:00') }, '2026-12-01 10:00'],
  ] as const)('%s, given %o, at %s', ([expected, change, now]) => {
    expect(standingOf({ ...record, ...change }, beijing(now))).toBe(expected);
  });

  test('overdue for as long as it does not close', () => {
    expect(standingOf(neverCloses, beijing('2027-11-04 00:00'))).toBe('overdue');
  });
});

describe('reminders', () => {
  const duty = dutyOf({ remind: ['1wd', '4h'], overdue: [{ after: '1wd', times: 3 }, { after: '10d' }] });
  const moments = (opens: string, due: string) => reminderMoments(duty, beijing(opens), beijing(due), calendar);

  test('come when work begins, counted in working days from the day of the deadline', () => {
    // Due at the end of Friday, 9 October 2026; Saturday the 10th is worked, Sunday is not.
    expect(moments('2026-10-01 00:00', '2026-10-10 00:00')).toEqual(
      [
        '2026-10-08 09:00',
        '2026-10-09 20:00',
        '2026-10-10 09:00',
        '2026-10-12 09:00',
        '2026-10-13 09:00',
        '2026-10-19 09:00',
      ].map(beijing),
    );
  });

  test('never come before the duty opens', () => {
    expect(moments('2026-10-09 00:00', '2026-10-10 00:00')[0]).toBe(beijing('2026-10-09 20:00'));
  });

  test('that were missed are made up for once, by the last of them', () => {
    const all = moments('2026-10-01 00:00', '2026-10-10 00:00');
    expect(remindersAt(all, 0, beijing('2026-10-08 08:59'))).toEqual({ next: all[0] });
    expect(remindersAt(all, 0, beijing('2026-10-08 09:00'))).toEqual({ level: 1, next: all[1] });
    expect(remindersAt(all, 1, beijing('2026-10-08 09:01'))).toEqual({ next: all[1] });
    expect(remindersAt(all, 1, beijing('2026-10-12 12:00'))).toEqual({ level: 4, next: all[4] });
    expect(remindersAt(all, 6, beijing('2026-12-12 12:00'))).toEqual({});
  });

  test('are not sent again when the clock is set back', () => {
    const all = moments('2026-10-01 00:00', '2026-10-10 00:00');
    expect(remindersAt(all, 4, beijing('2026-10-01 12:00'))).toEqual({ next: all[4] });
  });
});
