import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Duration, type DurationUnit, dueAt, movedDue } from '../../../engine/calendar/index.ts';
import type { Instant } from '../../../engine/shared/brand.ts';
import { beijing, calendar } from './cn-work.ts';

const moved = (due: string, from: string, until: string, unit: DurationUnit) =>
  movedDue({ at: beijing(due), provisional: false }, { from: beijing(from), until: beijing(until) }, unit, calendar);

describe('a deadline whose clock stood still', () => {
  test.each<[string, string, string, string, DurationUnit, string]>([
    [
      'hours go on around the clock',
      '2026-11-20 15:00',
      '2026-11-20 12:00',
      '2026-11-21 09:30',
      'h',
      '2026-11-21 12:30',
    ],
    [
      'working hours go on at work',
      '2026-11-20 17:00',
      '2026-11-20 16:30',
      '2026-11-23 17:50',
      'wh',
      '2026-11-24 09:20',
    ],
    [
      'a night costs no working hours',
      '2026-11-20 10:00',
      '2026-11-19 18:00',
      '2026-11-20 09:00',
      'wh',
      '2026-11-20 10:00',
    ],
    ['calendar days are added', '2026-11-27 00:00', '2026-11-24 10:00', '2026-11-26 09:00', 'd', '2026-11-29 00:00'],
    ['the same day adds nothing', '2026-11-27 00:00', '2026-11-24 09:00', '2026-11-24 18:00', 'd', '2026-11-27 00:00'],
    [
      'working days are added over a weekend',
      '2026-11-26 00:00',
      '2026-11-24 10:00',
      '2026-11-27 09:00',
      'wd',
      '2026-12-01 00:00',
    ],
    [
      'a weekend costs no working day',
      '2026-11-26 00:00',
      '2026-11-20 10:00',
      '2026-11-22 09:00',
      'wd',
      '2026-11-26 00:00',
    ],
    [
      'National Day costs none, its make-up Saturday one',
      '2026-10-13 00:00',
      '2026-09-30 10:00',
      '2026-10-10 09:00',
      'wd',
      '2026-10-16 00:00',
    ],
    ['the time of day stays', '2026-11-25 18:00', '2026-11-24 10:00', '2026-11-25 09:00', 'wd', '2026-11-26 18:00'],
    [
      'what had passed already is later all the same',
      '2026-11-24 00:00',
      '2026-11-25 10:00',
      '2026-11-26 10:00',
      'wd',
      '2026-11-25 00:00',
    ],
    [
      'what was left is left where no working day lies between',
      '2026-11-21 18:00',
      '2026-11-21 10:00',
      '2026-11-22 09:00',
      'wd',
      '2026-11-22 17:00',
    ],
    [
      'outside of working hours, too',
      '2026-11-20 20:00',
      '2026-11-20 19:00',
      '2026-11-20 21:00',
      'wh',
      '2026-11-20 22:00',
    ],
  ])('%s', (_, due, from, until, unit, expected) => {
    expect(moved(due, from, until, unit).at).toBe(beijing(expected));
  });

  test('counts of working days that reach a year without a notice are provisional, others are not', () => {
    const over = ['2026-12-31 00:00', '2026-12-28 10:00', '2026-12-31 10:00'] as const;
    expect(moved(...over, 'wd').provisional).toBe(true);
    expect(moved(...over, 'wh').provisional).toBe(true);
    expect(moved(...over, 'd').provisional).toBe(false);
    expect(moved('2026-11-26 00:00', '2026-11-24 10:00', '2026-11-27 09:00', 'wd').provisional).toBe(false);
  });
});

const minute = fc.integer({ min: 0, max: 365 * 24 * 60 });
const at = (minutes: number): Instant =>
  new Date(Date.parse(beijing('2026-01-01 00:00')) + minutes * 60_000).toISOString() as Instant;
const span: fc.Arbitrary<Duration & { readonly unit: DurationUnit }> = fc.record({
  unit: fc.constantFrom<DurationUnit[]>('d', 'wd', 'h', 'wh'),
  count: fc.integer({ min: 1, max: 30 }),
});

describe('whenever a clock stops and goes on', () => {
  test('the deadline is not earlier for it, and what was not due when it stopped is not due when it goes on', () => {
    fc.assert(
      fc.property(minute, minute, minute, span, (opened, before, length, { unit, count }) => {
        const due = dueAt(at(opened), { unit, count }, calendar);
        const pause = { from: at(opened + (before % 20_000)), until: at(opened + (before % 20_000) + length) };
        const after = movedDue(due, pause, unit, calendar);
        expect(after.at >= due.at).toBe(true);
        expect(due.at <= pause.from || after.at > pause.until).toBe(true);
      }),
    );
  });

  test('a pause of hours in two parts is a pause in one', () => {
    const hours = fc.constantFrom<DurationUnit[]>('h', 'wh');
    fc.assert(
      fc.property(minute, hours, minute, minute, (opened, unit, first, second) => {
        const due = dueAt(at(opened), { unit, count: 40 }, calendar);
        const [from, between, until] = [at(opened + 60), at(opened + 60 + first), at(opened + 60 + first + second)];
        const once = movedDue(due, { from, until }, unit, calendar);
        const twice = movedDue(
          movedDue(due, { from, until: between }, unit, calendar),
          { from: between, until },
          unit,
          calendar,
        );
        expect(twice.at).toBe(once.at);
      }),
      { numRuns: 40 },
    );
  });
});
