import { describe, expect, test } from 'vitest';
import { dueAt, parseDuration } from '../../../engine/calendar/index.ts';
import { beijing, calendar } from './cn-work.ts';

function due(opened: string, text: string) {
  const duration = parseDuration(text);
  if (!duration.ok) throw new Error(duration.error.code);
  return dueAt(beijing(opened), duration.value, calendar);
}

describe('a duration is read', () => {
  test.each([
    ['3d', { unit: 'd', count: 3 }],
    ['3wd', { unit: 'wd', count: 3 }],
    ['4h', { unit: 'h', count: 4 }],
    ['4wh', { unit: 'wh', count: 4 }],
    ['friday 18:00', { unit: 'weekday', weekday: 'friday', time: '18:00' }],
    ['monday', { unit: 'weekday', weekday: 'monday' }],
  ])('%s', (text, value) => {
    expect(parseDuration(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'duration-syntax'],
    ['3', 'duration-syntax'],
    ['3 wd', 'duration-syntax'],
    ['-1wd', 'duration-syntax'],
    ['1.5d', 'duration-syntax'],
    ['P3D', 'duration-syntax'],
    ['３wd', 'duration-syntax'],
    ['0wd', 'duration-range'],
    ['367wd', 'duration-range'],
    ['9999h', 'duration-range'],
    ['someday', 'duration-weekday'],
    ['friday 24:00', 'duration-time'],
    ['friday 6pm', 'duration-time'],
  ])('%j is refused', (text, code) => {
    expect(parseDuration(text)).toMatchObject({ ok: false, error: { code, text } });
  });
});

describe('a deadline is counted', () => {
  test.each([
    ['working days skip a weekend', '2026-11-20 10:00', '2wd', '2026-11-25 00:00'],
    ['the local day counts, not the UTC day', '2026-11-20 00:30', '1wd', '2026-11-24 00:00'],
    ['a holiday is skipped and a make-up Saturday counts', '2026-09-30 10:00', '3wd', '2026-10-11 00:00'],
    ['Spring Festival is skipped', '2026-02-13 17:59', '2wd', '2026-02-25 00:00'],
    ['the end of 2025 runs into a make-up Sunday', '2025-12-31 09:00', '2wd', '2026-01-06 00:00'],
    ['calendar days run through holidays', '2026-09-30 10:00', '3d', '2026-10-04 00:00'],
    ['hours run through the night', '2026-11-20 17:30', '4h', '2026-11-20 21:30'],
    ['working hours end with the day they fit in', '2026-11-20 16:00', '2wh', '2026-11-20 18:00'],
    ['working hours pause at noon', '2026-11-20 11:00', '2wh', '2026-11-20 14:30'],
    ['working hours wait for the morning', '2026-11-20 06:00', '1wh', '2026-11-20 10:00'],
    ['working hours jump the weekend', '2026-11-20 17:30', '1wh', '2026-11-23 09:30'],
    ['working hours opened at night begin next morning', '2026-11-19 22:00', '3wh', '2026-11-20 12:00'],
    ['working hours jump National Day', '2026-09-30 17:00', '4wh', '2026-10-08 12:00'],
    ['a weekday moment later the same day', '2026-11-20 17:59', 'friday 18:00', '2026-11-20 18:00'],
    ['a weekday moment lies strictly after opening', '2026-11-20 18:00', 'friday 18:00', '2026-11-27 18:00'],
    ['a weekday without a time ends with that day', '2026-11-23 10:00', 'monday', '2026-11-24 00:00'],
    ['a weekday before today comes next week', '2026-11-25 10:00', 'monday', '2026-12-01 00:00'],
    ['a weekday moment comes on a holiday too', '2026-09-30 10:00', 'friday 18:00', '2026-10-02 18:00'],
  ])('%s', (_, opened, duration, at) => {
    expect(due(opened, duration)).toEqual({ at: beijing(at), provisional: false });
  });

  test('seconds of the opening are kept when counting working hours', () => {
    expect(due('2026-11-20 11:59:30.250', '1wh').at).toBe(beijing('2026-11-20 14:29:30.250'));
  });
});

describe('a deadline is provisional when it rests on a year without a notice', () => {
  test.each([
    ['working days inside 2026', '2026-12-30 10:00', '1wd', '2027-01-01 00:00', false],
    ['working days into 2027', '2026-12-31 10:00', '1wd', '2027-01-05 00:00', true],
    ['working days over Spring Festival 2027', '2027-02-04 10:00', '1wd', '2027-02-10 00:00', true],
    ['working days into a year without data', '2027-12-31 10:00', '1wd', '2028-01-04 00:00', true],
    ['working hours into 2027', '2026-12-31 17:00', '2wh', '2027-01-04 10:00', true],
    ['working hours that end in 2026', '2026-12-31 17:00', '1wh', '2026-12-31 18:00', false],
    ['calendar days, which rest on no notice', '2026-12-31 10:00', '3d', '2027-01-04 00:00', false],
    ['a weekday moment, which rests on no notice', '2026-12-31 10:00', 'friday 18:00', '2027-01-01 18:00', false],
  ])('%s', (_, opened, duration, at, provisional) => {
    expect(due(opened, duration)).toEqual({ at: beijing(at), provisional });
  });
});
